import { type Texts, texts } from '@opendpf/messages'
import { defineProgramme } from '@opendpf/programmes'
import { childAidDecree } from './rules.js'

const evidence = {
  idCard: { title: texts('户口簿或身份证', 'Household book or identity card'), isRequired: true },
  disability: {
    title: texts('残疾人证或医疗机构诊断证明', 'Certificate of disability, or diagnosis of a hospital'),
    isRequired: true,
  },
  residencePermit: {
    title: texts('居住证（在居住证发放地申请时）', 'Residence permit, when applying where it was issued'),
    isRequired: false,
  },
  guardianProof: { title: texts('监护关系证明或委托书', 'Proof of guardianship, or a mandate'), isRequired: false },
  means: { title: texts('家庭经济状况证明', 'Proof of the household’s means'), isRequired: false },
} as const

/**
 * Asked for anew each calendar year, by somebody else for the child, and decided by the county's federation alone. Children are posted nowhere.
 * What is granted is a sum within the region's ceiling, out of which the institution that serves the child is paid.
 */
const aid = (title: Texts, scheme: string) =>
  defineProgramme({
    title,
    scheme,
    line: 'rehab',
    basis: childAidDecree,
    beneficiary: 'person',
    amount: { by: 'decision', most: 'scheme' },
    payment: 'institution',
    applicants: ['guardian', 'family', 'village', 'commissioner'],
    evidence,
    steps: {},
    cycle: 'once',
    start: 'decision-month',
    limits: { recognition: { statutory: { workingDays: 15 }, promised: { workingDays: 10 } } },
    stops: [],
    stopsFrom: 'following-month',
  })

/** Rehabilitation aid of children (残疾儿童康复救助), each kind of it with a ceiling of its own. */
export const childAidProgrammes = {
  childTraining: aid(texts('残疾儿童康复训练救助', 'Training of disabled children'), 'childTraining'),
  childSurgery: aid(texts('残疾儿童手术救助', 'Surgery of disabled children'), 'childSurgery'),
  childDevice: aid(texts('残疾儿童辅助器具救助', 'Devices for disabled children'), 'childDevice'),
} as const

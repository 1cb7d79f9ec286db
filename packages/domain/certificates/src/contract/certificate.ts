import {
  attachment,
  choice,
  code,
  copied,
  data,
  date,
  defineRecord,
  flag,
  multiline,
  name,
  number,
  optional,
  reference,
  text,
} from '@opendpf/kit'
import { disabilityCategories, disabilityCauses, disabilityGrades } from '@opendpf/standards'
import { componentsSchema } from './components.js'

/**
 * States of a certificate. Only `valid` counts as live for services; a frozen or expired one stays the person's certificate, and so does one
 * that is on its way to another county. `transferred` is one that a county outside this system has taken over.
 */
export const certificateStates = [
  'valid',
  'expired',
  'frozen',
  'transferring',
  'cancelled',
  'superseded',
  'void-lost',
  'transferred',
] as const

export type CertificateState = (typeof certificateStates)[number]

/**
 * States in which a certificate is the one a person has: there is never more than one of these
 * (中华人民共和国残疾人证管理办法).
 */
export const liveStates: readonly CertificateState[] = ['valid', 'expired', 'frozen', 'transferring']

/**
 * A disability certificate (残疾人证). The number says ID number, category and grade, so it is secret as a whole and no key. Books of
 * record are the national system's: a number is recorded here as it was given there, never made here.
 */
export const certificate = defineRecord({
  fields: {
    person: reference('persons.person'),
    holderName: copied(name(), { reference: 'person', field: 'name' }),
    number: number('certificate-number', {
      isUnique: true,
      headings: ['残疾人证号', '残疾证号', '残疾人证号码', '残疾人证件号码', '证号'],
    }),
    category: optional(
      code(disabilityCategories, { privacy: 'S3', isOpen: true, headings: ['残疾类别', '类别', '残疾类型'] }),
    ),
    grade: optional(
      code(disabilityGrades, { privacy: 'S3', isOpen: true, headings: ['残疾等级', '等级', '残疾级别'] }),
    ),
    components: optional(
      data(componentsSchema, { privacy: 'S3', isOpen: true, headings: ['多重残疾情况', '残疾详情'] }),
    ),
    issueDate: date({ headings: ['发证日期', '签发日期', '批准日期', '发证时间'] }),
    validTo: optional(date({ headings: ['有效期至', '有效期', '截止日期', '到期日期'] })),
    issuer: optional(text({ headings: ['发证机关', '批准残联', '发证单位'] })),
    media: optional(choice(['paper2', 'card3', 'electronic'], { headings: ['证件介质', '证件版本'] })),
    /** The photo on the certificate; its hash is signed in the e-certificate. */
    photo: optional(attachment({ types: ['image/jpeg', 'image/png', 'image/webp'], maxMegabytes: 2 })),
    state: optional(choice(certificateStates, { headings: ['证件状态', '残疾人证状态', '状态'] })),
    stateOn: optional(date({ headings: ['状态变更日期', '注销日期', '冻结日期'] })),
    cancelReason: optional(
      choice(['death', 'recovered', 'voluntary', 'fraud', 'not-transferred', 'other'], { headings: ['注销原因'] }),
    ),
    /** The case that made it what it is, or changed it last. */
    lastCase: optional(text({ isDerived: true, max: 36 })),
    /** It can be renewed: nine years after its issue, or what the county decided instead. Marked by the nightly run. */
    isRenewable: optional(flag({ isDerived: true })),
    /** Why it is frozen: its holder's household moved and it was not transferred, or something has to be looked into. */
    freezeReason: optional(choice(['move', 'check'], { headings: ['冻结原因'] })),
    /** When the household register of the holder left the county, while the certificate did not. */
    movedOn: optional(date({ privacy: 'S2', headings: ['户籍迁出日期', '迁出日期'] })),
    moveSource: optional(choice(['police', 'visit'], { headings: ['迁出信息来源'] })),
    source: optional(choice(['national', 'county', 'roster'], { headings: ['数据来源'] })),

    institution: optional(text({ privacy: 'S4', storage: 'sealed', headings: ['评定机构', '评定医院'] })),
    doctors: optional(text({ privacy: 'S4', storage: 'sealed', headings: ['评定医师', '评定医生'] })),
    assessedOn: optional(date({ privacy: 'S4', headings: ['评定日期', '评残日期'] })),
    criterion: optional(text({ privacy: 'S4', storage: 'sealed', max: 200, headings: ['评定标准', '评定依据'] })),
    findings: optional(multiline({ privacy: 'S4', storage: 'sealed', headings: ['检查结果', '残疾描述', '评定结论'] })),
    cause: optional(code(disabilityCauses, { privacy: 'S4', headings: ['致残原因'] })),
    onsetDate: optional(date({ privacy: 'S4', headings: ['致残时间', '致残日期', '发病时间'] })),
    remark: optional(multiline({ max: 500, headings: ['备注'] })),
  },
  scope: { from: 'person' },
  // local guides: a certificate can be renewed when nine full years have passed
  periods: { renewable: { months: 108 } },
  title: 'holderName',
  search: ['holderName'],
  list: {
    columns: ['holderName', 'number', 'category', 'grade', 'issueDate', 'validTo', 'state'],
    filters: [
      'category',
      'grade',
      'state',
      'isRenewable',
      'freezeReason',
      'movedOn',
      'issueDate',
      'validTo',
      'media',
      'cancelReason',
    ],
    orders: ['holderName', 'validTo', 'issueDate'],
    isQuiet: true,
  },
  sections: [
    {
      title: 'certificate.section.certificate',
      fields: [
        'person',
        'number',
        'category',
        'grade',
        'components',
        'issueDate',
        'validTo',
        'issuer',
        'media',
        'photo',
      ],
    },
    {
      title: 'certificate.section.state',
      fields: [
        'state',
        'stateOn',
        'isRenewable',
        'freezeReason',
        'cancelReason',
        'movedOn',
        'moveSource',
        'source',
        'remark',
      ],
    },
    {
      title: 'certificate.section.assessment',
      fields: ['institution', 'doctors', 'assessedOn', 'criterion', 'findings', 'cause', 'onsetDate'],
    },
  ],
})

/** Numbers a certificate had before: it changes with the grade, with a corrected ID number and with every replacement. */
export const numberHistory = defineRecord({
  fields: {
    certificate: reference('certificates.certificate', { isDerived: true }),
    number: number('certificate-number', { isDerived: true }),
    since: date({ isDerived: true }),
    until: date({ isDerived: true }),
    reason: choice(['regrade', 'id-correction', 'replacement', 'correction'], { isDerived: true }),
  },
  scope: { from: 'certificate' },
  title: 'until',
  list: {
    columns: ['number', 'since', 'until', 'reason'],
    filters: ['reason'],
    orders: ['until'],
    direction: 'descending',
  },
  operations: [],
})

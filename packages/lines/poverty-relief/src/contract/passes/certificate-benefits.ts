import { all, clause, eligibility, not, parameter, some } from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import { defineProgramme } from '@opendpf/programmes'
import {
  establishing,
  hasValidCertificate,
  isAlive,
  isEstablished,
  localBasis,
  stop,
  undecided,
} from '../shared/clauses.js'
import { components } from '../shared/disabilities.js'
import { commonEvidence } from '../shared/evidence.js'
import { withCertificate } from '../shared/stops.js'

const ridesFree = clause(some('certificates.components', parameter('busPassComponents')), {
  code: 'B1',
  title: texts('残疾类别、部位和等级在免费乘车范围内', 'Category, part of the body and grade ride free'),
  basis: localBasis,
  failed: texts('残疾类别、部位或等级不在本地免费乘车范围内', 'The region lets no such disability ride free'),
  unknown: texts('请在残疾人证上登记肢体残疾的部位', 'Record the part of the body on the certificate'),
})

/** What a certificate brings besides money: riding free, and paying less at the hospital. It holds as long as the certificate is good. */
export const certificateBenefits = eligibility({
  parameters: {
    busPassComponents: components('可以免费乘车的残疾', 'Disabilities that ride free', {
      basis: localBasis,
      national: [{ since: '2010-01-01', value: [], document: undecided }],
    }),
    // what is granted is the ride: nobody is paid anything for it
    busPassStandard: {
      title: texts('免费乘车证发放金额（不发钱）', 'Paid for a bus pass: nothing'),
      kind: 'money',
      max: 0,
      basis: localBasis,
      national: [{ since: '2010-01-01', value: 0, document: undecided }],
    },
    reducesHospitalFees: establishing('定点医院住院费用减免', 'fee reduction at hospitals'),
  },
  predicates: {
    ridesNoLongerFree: stop('不再属于免费乘车范围', 'No longer rides free', localBasis, not(ridesFree)),
  },
  schemes: {
    busPass: {
      title: texts('免费乘车证', 'Free bus pass'),
      basis: localBasis,
      amount: 'busPassStandard',
      rule: all(isAlive(localBasis), hasValidCertificate(localBasis), ridesFree),
    },
    hospitalReduction: {
      title: texts('住院费用减免', 'Fee reduction at hospitals'),
      basis: localBasis,
      rule: all(isEstablished('reducesHospitalFees'), isAlive(localBasis), hasValidCertificate(localBasis)),
      notes: [
        {
          code: 'H1',
          text: texts(
            '在签约二级医院住院，减免普通检查费、一般治疗处置费和三项常规检验费',
            'As an inpatient of a contracted second-class hospital: ordinary examination, general treatment, three routine tests',
          ),
          basis: localBasis,
        },
      ],
    },
  },
})

/**
 * The bus pass as a programme of nothing to pay: its approval issues it, and its cycle holds the passes against the register every month, so that
 * one ends in the month in which the certificate does.
 */
export const passProgrammes = {
  busPass: defineProgramme({
    line: 'poverty-relief',
    basis: localBasis,
    beneficiary: 'person',
    title: texts('免费乘车证', 'Free bus pass'),
    scheme: 'busPass',
    amount: { by: 'scheme' },
    evidence: {
      idCard: commonEvidence.idCard,
      certificate: commonEvidence.certificate,
      photo: { title: texts('近期照片', 'Recent photo'), isRequired: true },
    },
    steps: {},
    cycle: 'monthly',
    start: 'application-month',
    stops: [...withCertificate, { reason: 'grade-not-covered', when: 'ridesNoLongerFree' }],
    stopsFrom: 'same-month',
  }),
} as const

import { all, clause, eligibility, not, parameter, some } from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import { defineProgramme } from '@opendpf/programmes'
import { hasValidCertificate, isAlive, localBasis, stop, undecided } from '../shared/clauses.js'
import { components } from '../shared/disabilities.js'
import { commonEvidence } from '../shared/evidence.js'
import { withCertificate } from '../shared/stops.js'

const decree = '财社〔2010〕256号'
const document = { title: '关于残疾人机动轮椅车燃油补贴的通知', number: decree, date: '2010-12-10' }

const fits = clause(some('certificates.components', parameter('wheelchairComponents')), {
  code: 'F1',
  title: texts('下肢残疾', 'Disabled at the lower limbs'),
  basis: decree,
  failed: texts('残疾人证上没有下肢残疾', 'The certificate tells no disability of the lower limbs'),
  unknown: texts('请在残疾人证上登记肢体残疾的部位', 'Record the part of the body on the certificate'),
})

/** The fuel subsidy for motorised wheelchairs (机动轮椅车燃油补贴). */
export const fuelDeclarations = eligibility({
  parameters: {
    wheelchairFuelStandard: {
      title: texts('机动轮椅车燃油补贴年标准', 'Fuel subsidy per vehicle and year'),
      kind: 'money',
      unit: texts('元/辆·年', 'yuan a vehicle and year'),
      basis: decree,
      national: [{ since: '2010-01-01', value: 26_000, document }],
    },
    wheelchairComponents: components('可以领取燃油补贴的残疾', 'Disabilities that the fuel subsidy is for', {
      basis: decree,
      national: [{ since: '2010-01-01', value: [{ category: ['4'], part: ['lower-limbs', 'all-limbs'] }], document }],
    }),
    wheelchairExcludedComponents: components('不得驾驶机动轮椅车的残疾', 'Disabilities that may not drive', {
      basis: localBasis,
      national: [{ since: '2010-01-01', value: [], document: undecided }],
    }),
  },
  predicates: {
    isNoLongerAtLowerLimbs: stop('不再属于下肢残疾', 'No longer at the lower limbs', decree, not(fits)),
  },
  schemes: {
    wheelchairFuel: {
      title: texts('机动轮椅车燃油补贴', 'Fuel subsidy for motorised wheelchairs'),
      basis: decree,
      amount: 'wheelchairFuelStandard',
      rule: all(
        isAlive(decree),
        hasValidCertificate(decree),
        fits,
        clause(not(some('certificates.components', parameter('wheelchairExcludedComponents'))), {
          code: 'F2',
          title: texts('没有不得驾驶的残疾', 'No disability that may not drive'),
          basis: localBasis,
          failed: texts('本地规定有智力、精神等残疾的不发燃油补贴', 'The region excludes a disability of the person'),
        }),
      ),
      notes: [
        {
          code: 'F3',
          text: texts('一人一车，一车一年一次', 'One vehicle of one owner, once a year'),
          basis: decree,
        },
      ],
    },
  },
})

/** For the vehicle, told apart by its frame number, once a year to its owner. */
export const fuelProgrammes = {
  wheelchairFuel: defineProgramme({
    line: 'poverty-relief',
    basis: decree,
    beneficiary: 'vehicle',
    title: texts('机动轮椅车燃油补贴', 'Fuel subsidy for motorised wheelchairs'),
    scheme: 'wheelchairFuel',
    amount: { by: 'scheme' },
    evidence: {
      idCard: commonEvidence.idCard,
      certificate: commonEvidence.certificate,
      purchase: { title: texts('机动轮椅车购车凭证', 'Proof of purchase of the vehicle'), isRequired: true },
      conformity: {
        title: texts('车辆合格证（GB 12995-2006）', 'Certificate of conformity of the vehicle (GB 12995-2006)'),
        isRequired: true,
      },
      account: commonEvidence.account,
    },
    steps: { town: true },
    cycle: 'yearly',
    start: 'application-month',
    stops: [...withCertificate, { reason: 'grade-not-covered', when: 'isNoLongerAtLowerLimbs' }],
    stopsFrom: 'following-month',
  }),
} as const

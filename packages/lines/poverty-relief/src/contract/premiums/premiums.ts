import {
  all,
  any,
  atLeast,
  atMost,
  clause,
  eligibility,
  is,
  isSet,
  not,
  oneOf,
  parameter,
  some,
  value,
} from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import { defineProgramme } from '@opendpf/programmes'
import {
  covering,
  establishing,
  hasValidCertificate,
  isAlive,
  isEstablished,
  isSevere,
  localBasis,
  standard,
  stop,
} from '../shared/clauses.js'
import { commonEvidence } from '../shared/evidence.js'
import { withCertificate } from '../shared/stops.js'

const pensionDecree = '国发〔2014〕8号'
const pensionDocument = {
  title: '国务院关于建立统一的城乡居民基本养老保险制度的意见',
  number: pensionDecree,
  date: '2014-02-21',
}

const medicalElsewhere = some('eligibility.benefits', value([{ kind: ['employee-medical', 'medical-premium'] }]))
const pensionElsewhere = some('eligibility.benefits', value([{ kind: ['employee-pension', 'pension-premium'] }]))

/** Who has the premium of an insurance paid (代缴): nobody whom an employer or another department has covered. */
export const premiumDeclarations = eligibility({
  parameters: {
    hasMedicalPremium: establishing('代缴居民医疗保险费', 'medical insurance premium'),
    medicalPremiumStandard: standard('代缴居民医疗保险费年标准', 'Medical premium per year', 'year'),
    medicalPremiumEconomies: covering('代缴医疗保险费覆盖的家庭经济状况', 'Means whose medical premium is paid'),
    medicalPremiumForSevere: establishing('重度残疾人医疗保险费代缴', 'medical premium of the severely disabled'),
    hasPensionPremium: establishing('代缴居民养老保险费', 'pension insurance premium'),
    pensionPremiumStandard: standard('代缴居民养老保险费年标准', 'Pension premium per year', 'year', pensionDecree),
    pensionAgeFrom: {
      title: texts('居民养老保险最低参保年龄', 'Least age for the residents’ pension'),
      kind: 'whole',
      max: 120,
      basis: pensionDecree,
      national: [{ since: '2014-02-21', value: 16, document: pensionDocument }],
    },
    pensionAgeTo: {
      title: texts('居民养老保险最高缴费年龄', 'Last age at which the residents’ pension is paid in'),
      kind: 'whole',
      max: 120,
      basis: pensionDecree,
      national: [{ since: '2014-02-21', value: 59, document: pensionDocument }],
    },
  },
  predicates: {
    hasMedicalElsewhere: stop('已由其他渠道参加医疗保险', 'Insured elsewhere', localBasis, medicalElsewhere),
    hasPensionElsewhere: stop('已由其他渠道参加养老保险', 'Insured elsewhere', pensionDecree, pensionElsewhere),
    isPastPensionAge: stop(
      '已超过缴费年龄',
      'Past the age of paying in',
      pensionDecree,
      not(atMost('persons.age', parameter('pensionAgeTo'))),
    ),
    isNotSevereForPension: stop('残疾等级不再符合', 'No longer severe', pensionDecree, not(isSevere(pensionDecree))),
  },
  schemes: {
    medicalPremium: {
      title: texts('代缴居民医疗保险费', 'Medical insurance premium'),
      basis: localBasis,
      amount: 'medicalPremiumStandard',
      rule: all(
        isEstablished('hasMedicalPremium'),
        isAlive(localBasis),
        hasValidCertificate(localBasis),
        clause(
          any(
            oneOf('persons.economy', parameter('medicalPremiumEconomies')),
            all(isSet('medicalPremiumForSevere'), isSevere(localBasis)),
          ),
          {
            title: texts('属于代缴范围', 'Among those whose premium is paid'),
            basis: localBasis,
            failed: texts(
              '家庭经济状况和残疾等级都不在本地代缴范围内',
              'The region covers neither the means nor the grade',
            ),
          },
        ),
        clause(not(medicalElsewhere), {
          code: 'P1',
          title: texts('没有其他渠道的医疗保险', 'Not insured elsewhere'),
          basis: localBasis,
          failed: texts(
            '已参加职工医保，或已由其他部门资助参保，不重复代缴',
            'Insured by an employer, or another department pays the premium: it is not paid twice',
          ),
        }),
      ),
    },
    pensionPremium: {
      title: texts('代缴居民养老保险费', 'Pension insurance premium'),
      basis: pensionDecree,
      amount: 'pensionPremiumStandard',
      rule: all(
        isEstablished('hasPensionPremium'),
        isAlive(pensionDecree),
        hasValidCertificate(pensionDecree),
        isSevere(pensionDecree),
        clause(
          all(atLeast('persons.age', parameter('pensionAgeFrom')), atMost('persons.age', parameter('pensionAgeTo'))),
          {
            title: texts('在参保缴费年龄内', 'Of the age for paying in'),
            basis: pensionDecree,
            failed: texts('未到参保年龄，或已到待遇领取年龄', 'Too young, or of the age to draw the pension'),
          },
        ),
        clause(not(is('persons.isEnrolled', value(true))), {
          title: texts('不是在校学生', 'No pupil or student'),
          basis: pensionDecree,
          failed: texts(
            '在校学生不参加居民养老保险；毕业后可以申请',
            'Students are not insured; apply once it is over',
          ),
        }),
        clause(not(pensionElsewhere), {
          code: 'P2',
          title: texts('没有其他渠道的养老保险', 'Not insured elsewhere'),
          basis: pensionDecree,
          failed: texts(
            '已参加职工养老保险，或已由其他部门代缴，不重复代缴',
            'Insured by an employer, or another department pays the premium: it is not paid twice',
          ),
        }),
      ),
    },
  },
})

/**
 * Paid once in a calendar year. A cycle that is paid to the insurer as one sum is noted with its voucher; one that is handed over to payments
 * goes back to those who paid themselves.
 */
const common = {
  line: 'poverty-relief',
  beneficiary: 'person',
  amount: { by: 'scheme' },
  steps: { town: true },
  cycle: 'yearly',
  start: 'application-month',
  stopsFrom: 'following-month',
  evidence: {
    idCard: commonEvidence.idCard,
    certificate: commonEvidence.certificate,
    receipt: {
      title: texts('本人已缴费的凭证（退补本人时）', 'Receipt of one’s own payment, if it is refunded'),
      isRequired: false,
    },
    account: { ...commonEvidence.account, isRequired: false },
  },
} as const

/** The yearly paying runs of premiums, as programmes. */
export const premiumProgrammes = {
  medicalPremium: defineProgramme({
    ...common,
    title: texts('代缴居民医疗保险费', 'Medical insurance premium'),
    basis: localBasis,
    scheme: 'medicalPremium',
    stops: [...withCertificate, { reason: 'excluded-allowance', when: 'hasMedicalElsewhere' }],
  }),
  pensionPremium: defineProgramme({
    ...common,
    title: texts('代缴居民养老保险费', 'Pension insurance premium'),
    basis: pensionDecree,
    scheme: 'pensionPremium',
    stops: [
      ...withCertificate,
      { reason: 'age-limit', when: 'isPastPensionAge' },
      { reason: 'grade-not-covered', when: 'isNotSevereForPension' },
      { reason: 'excluded-allowance', when: 'hasPensionElsewhere' },
    ],
  }),
} as const

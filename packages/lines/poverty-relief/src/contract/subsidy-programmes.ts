import { texts } from '@opendpf/messages'
import { askNumber, askSum, askWhether, askWhich, askWords, defineProgramme, type StopRule } from '@opendpf/programmes'

const decree = '国发〔2015〕52号'

/** What both are: applied for at any window, reviewed by town and federation, decided by Civil Affairs, granted from the month of the application. */
const common = {
  line: 'poverty-relief',
  basis: decree,
  beneficiary: 'person',
  amount: { by: 'scheme' },
  notice: { workingDays: 5, leavesOutMinors: true },
  cycle: 'monthly',
  start: 'application-month',
  stopsFrom: 'following-month',
  recheckMonths: 12,
} as const

const decided = { town: true, department: { of: 'civil-affairs', decides: true } } as const

const evidence = {
  idCard: { title: texts('身份证或户口簿', 'Identity card or household book'), isRequired: true },
  certificate: { title: texts('残疾人证', 'Certificate of disability'), isRequired: true },
  account: { title: texts('本人银行账户', 'Bank account of the person'), isRequired: true },
  guardianProof: { title: texts('监护关系证明', 'Proof of guardianship'), isRequired: false },
} as const

/** Stops of both, the most certain first: of several reasons the first that holds is told. */
const ofBoth: readonly StopRule[] = [
  { reason: 'death', when: 'hasDied' },
  { reason: 'certificate-cancelled', when: 'hasNoCertificate' },
  { reason: 'certificate-frozen', when: 'isFrozen' },
  { reason: 'certificate-expired', when: 'isExpired' },
  { reason: 'imprisonment', when: 'isInPrison' },
  { reason: 'extremely-poor', when: 'isExtremelyPoor' },
]

const care = {
  'on-own': texts('能自理', 'Manages alone'),
  partly: texts('部分自理', 'Manages partly'),
  wholly: texts('完全不能自理', 'Cannot manage'),
}

/** The two subsidies to disabled persons as programmes (残疾人两项补贴). */
export const subsidyProgrammes = {
  living: defineProgramme({
    ...common,
    title: texts('困难残疾人生活补贴', 'Living subsidy'),
    scheme: 'living',
    evidence: {
      ...evidence,
      means: { title: texts('低保证或低收入认定材料', 'Proof of the household’s means'), isRequired: false },
    },
    steps: {
      ...decided,
      survey: {
        questions: {
          members: askNumber(texts('共同生活人数', 'People who live together'), { min: 1, max: 30 }),
          income: askSum(texts('家庭月收入（元）', 'Income of the household per month, in yuan')),
          livesAlone: askWhether(texts('是否独居', 'Lives alone')),
          remark: askWords(texts('其他情况', 'Anything else')),
        },
        mayBeLater: true,
      },
    },
    stops: [
      ...ofBoth,
      { reason: 'left-allowance', when: 'leftMeans' },
      { reason: 'excluded-allowance', when: 'drawsExcludedLiving' },
    ],
  }),
  nursing: defineProgramme({
    ...common,
    title: texts('重度残疾人护理补贴', 'Nursing subsidy'),
    scheme: 'nursing',
    evidence,
    steps: {
      ...decided,
      survey: {
        questions: {
          care: askWhich(texts('生活自理情况', 'Self-care'), care),
          carer: askWhether(texts('是否有人照护', 'Somebody cares')),
          remark: askWords(texts('其他情况', 'Anything else')),
        },
        mayBeLater: true,
      },
    },
    stops: [
      ...ofBoth,
      { reason: 'grade-not-covered', when: 'isNotSevere' },
      { reason: 'excluded-allowance', when: 'drawsExcludedNursing' },
    ],
  }),
} as const

import { texts } from '@opendpf/messages'
import { askNumber, askSum, askWhether, askWhich, askWords, defineProgramme } from '@opendpf/programmes'
import { localBasis } from '../shared/clauses.js'
import { commonEvidence } from '../shared/evidence.js'
import { withCertificate } from '../shared/stops.js'

/** Visited at home, talked over in the village, reviewed by the town, posted, decided by the federation, paid every month. */
const common = {
  line: 'poverty-relief',
  basis: localBasis,
  beneficiary: 'person',
  amount: { by: 'scheme' },
  notice: { workingDays: 7, leavesOutMinors: true },
  cycle: 'monthly',
  start: 'application-month',
  stopsFrom: 'following-month',
  recheckMonths: 12,
} as const

const visit = {
  members: askNumber(texts('共同生活人数', 'People who live together'), { min: 1, max: 30 }),
  income: askSum(texts('家庭月收入（元）', 'Income of the household per month, in yuan')),
  remark: askWords(texts('其他情况', 'Anything else')),
}

const house = askWhich(texts('住房情况', 'House'), {
  safe: texts('安全', 'Safe'),
  unsafe: texts('危房', 'Unsafe'),
  none: texts('无房', 'None'),
})

const evidence = {
  ...commonEvidence,
  means: { title: texts('家庭经济状况证明', 'Proof of the household’s means'), isRequired: true },
} as const

/** What a county pays besides the two national subsidies, as programmes. */
export const localProgrammes = {
  localLiving: defineProgramme({
    ...common,
    title: texts('地方生活补助', 'Local living subsidy'),
    scheme: 'localLiving',
    evidence,
    steps: { survey: { questions: { ...visit, house }, mayBeLater: false }, village: true, town: true },
    stops: [
      ...withCertificate,
      { reason: 'left-allowance', when: 'leftLocalLivingMeans' },
      { reason: 'excluded-allowance', when: 'drawsExcludingLocalLiving' },
    ],
  }),
  specialSubsidy: defineProgramme({
    ...common,
    title: texts('特殊困难定额补助', 'Special subsidy'),
    scheme: 'specialSubsidy',
    evidence,
    steps: { survey: { questions: { ...visit, house }, mayBeLater: false }, village: true, town: true },
    stops: [
      ...withCertificate,
      { reason: 'grade-not-covered', when: 'isNoLongerSevere' },
      { reason: 'left-allowance', when: 'leftSpecialSubsidyMeans' },
      { reason: 'excluded-allowance', when: 'drawsExcludingSpecialSubsidy' },
    ],
  }),
  homeCare: defineProgramme({
    ...common,
    title: texts('居家托养补贴', 'Home-care subsidy'),
    scheme: 'homeCare',
    evidence: commonEvidence,
    steps: {
      survey: {
        questions: {
          carerLivesIn: askWhether(texts('照护人是否共同居住', 'The carer lives there')),
          hours: askNumber(texts('每日照护时数', 'Hours of care a day'), { max: 24 }),
          remark: visit.remark,
        },
        mayBeLater: false,
      },
      village: true,
      town: true,
    },
    stops: [
      ...withCertificate,
      { reason: 'grade-not-covered', when: 'isNoLongerSevere' },
      { reason: 'excluded-allowance', when: 'drawsExcludingHomeCare' },
    ],
  }),
} as const

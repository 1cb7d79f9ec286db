import { type Indicator, indicators, personDimensions } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

const ofReduction = {
  kind: 'flow',
  direction: 'more',
  version: 1,
  lists: 'poverty-relief.reduction',
  dateMeans: texts('就诊或入院日期', 'The day of the visit or the admission'),
  dateField: 'visitedOn',
  dimensions: {
    ...personDimensions,
    setting: { title: texts('就诊方式', 'Setting'), field: 'poverty-relief.reduction.setting' },
  },
} as const satisfies Partial<Indicator>

/** What is counted of fee reductions at hospitals: those that were confirmed. */
export const hospitalIndicators = indicators({
  reductions: {
    ...ofReduction,
    title: texts('就医减免人次', 'Fee reductions'),
    counts: texts('已核定的就医减免，同一人多次按次计', 'Reductions confirmed, each of them'),
    unit: 'person-time',
    reading: 'count',
  },
  reducedPersons: {
    ...ofReduction,
    title: texts('就医减免人数', 'Persons whose fees were reduced'),
    counts: texts('有已核定就医减免的人，每人只计一次', 'Persons with a reduction confirmed, each once'),
    unit: 'person',
    reading: 'distinct',
  },
  reducedSum: {
    ...ofReduction,
    title: texts('就医减免金额', 'Fees reduced'),
    counts: texts('已核定的各种费用减免之和', 'What was reduced of all kinds of fees, as confirmed'),
    unit: 'fen',
    reading: 'sum',
  },
})

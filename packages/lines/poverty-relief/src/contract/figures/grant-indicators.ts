import { type Indicator, indicators, personDimensions } from '@opendpf/figures'
import { texts } from '@opendpf/messages'
import { ownProgrammes } from '../shared/own-programmes.js'

const dimensions = {
  programme: { title: texts('项目', 'Programme'), codes: ownProgrammes },
  ...personDimensions,
}

const onPayment = {
  kind: 'flow',
  lists: 'payments.line',
  dateField: 'paidOn',
  isPlacedAsListed: true,
  dateMeans: texts('银行到账日期', 'The day on which the bank paid'),
  dimensions,
  version: 1,
} as const satisfies Partial<Indicator>

const ofRelief = {
  kind: 'flow',
  lists: 'programmes.application',
  dateField: 'decidedOn',
  isPlacedAsListed: true,
  dateMeans: texts('批准日期', 'The day of the decision'),
  version: 1,
} as const satisfies Partial<Indicator>

/** What the money of the line is counted by: who receives, who was paid, how much, by disability, age, sex and place. */
export const grantIndicators = indicators({
  recipients: {
    kind: 'stock',
    title: texts('享受救助和补贴的人数', 'Persons who receive relief or a subsidy'),
    counts: texts(
      '当日所在月份在册的人，同一人享受多项只计一次；免费乘车证不计',
      'Persons who receive in the month of the day; somebody in several programmes once; bus passes do not count',
    ),
    dateMeans: texts('统计日', 'The day asked about'),
    unit: 'person',
    reading: 'distinct',
    lists: 'programmes.enrolment',
    isPlacedAsListed: true,
    dimensions,
    version: 1,
  },
  busPasses: {
    kind: 'stock',
    title: texts('持免费乘车证人数', 'Persons with a free bus pass'),
    counts: texts('当日所在月份免费乘车证有效的人', 'Persons whose pass is good in the month of the day'),
    dateMeans: texts('统计日', 'The day asked about'),
    unit: 'person',
    reading: 'distinct',
    lists: 'programmes.enrolment',
    isPlacedAsListed: true,
    dimensions: personDimensions,
    version: 1,
  },
  grantsPaidPersons: {
    ...onPayment,
    title: texts('领到救助和补贴的人数', 'Persons paid relief or a subsidy'),
    counts: texts('银行已经到账的人，每人只计一次', 'Persons whom money arrived at, each once'),
    unit: 'person',
    reading: 'distinct',
  },
  grantsPaid: {
    ...onPayment,
    title: texts('救助和补贴发放金额', 'Relief and subsidies paid'),
    counts: texts('银行已经到账的金额，扣回的不计', 'What arrived at accounts, without what was kept back'),
    unit: 'fen',
    reading: 'sum',
  },
  reliefCases: {
    ...ofRelief,
    title: texts('临时救助人次', 'Temporary reliefs'),
    counts: texts('批准的临时救助，同一人多次按次计', 'Reliefs that were approved, each of them'),
    unit: 'person-time',
    reading: 'count',
    dimensions: personDimensions,
  },
  reliefHouseholds: {
    ...ofRelief,
    title: texts('获得临时救助的户数', 'Households relieved'),
    counts: texts(
      '批准日所在的家庭，每户只计一次；没有登记家庭的按本人计一户',
      'The household on the day of the decision, each once; who has none in the register counts as one',
    ),
    unit: 'household',
    reading: 'distinct',
  },
  reliefSum: {
    ...ofRelief,
    title: texts('临时救助批准金额', 'Temporary relief granted'),
    counts: texts('批准的临时救助金额', 'What was granted'),
    unit: 'fen',
    reading: 'sum',
    dimensions: personDimensions,
  },
})

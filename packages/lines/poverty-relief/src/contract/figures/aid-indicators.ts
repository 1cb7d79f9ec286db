import { type Dimension, type Indicator, indicators, personDimensions } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

const field = (name: `${string}.${string}`, zh: string, en: string) =>
  ({ title: texts(zh, en), field: `poverty-relief.${name}` }) as const satisfies Dimension

const flow = { kind: 'flow', direction: 'more', version: 1 } as const satisfies Partial<Indicator>
const stock = {
  kind: 'stock',
  dateMeans: texts('统计日', 'The day asked about'),
  version: 1,
} as const satisfies Partial<Indicator>
const distinct = { unit: 'person', reading: 'distinct' } as const
const sum = { unit: 'fen', reading: 'sum' } as const

const ofVisit = {
  ...flow,
  lists: 'poverty-relief.visit',
  dateMeans: texts('慰问日期', 'The day of the visit'),
  dateField: 'visitedOn',
  dimensions: { ...personDimensions, occasion: field('visit.occasion', '慰问时节', 'Occasion') },
} as const

const poorDimensions = {
  ...personDimensions,
  kind: field('poorEntry.kind', '类型', 'Kind'),
  cause: field('poorEntry.cause', '致贫或风险原因', 'Cause'),
  entry: field('poorEntry.entry', '进入方式', 'Entry'),
}
const ofPoor = { lists: 'poverty-relief.poorEntry', dimensions: poorDimensions, ...distinct } as const

const ofSupport = {
  ...flow,
  lists: 'poverty-relief.support',
  dateMeans: texts('发放日期', 'The day of the issue'),
  dateField: 'issuedOn',
  dimensions: {
    ...personDimensions,
    project: field('support.project', '扶持项目', 'Project'),
    form: field('support.form', '扶持方式', 'Form'),
    role: field('support.role', '示范或带动', 'Role'),
  },
} as const

const ofLoan = { lists: 'poverty-relief.loan', dimensions: personDimensions } as const
const lent = {
  ...flow,
  ...ofLoan,
  dateMeans: texts('放款日期', 'The day on which it was lent'),
  dateField: 'lentOn',
} as const

const housingDimensions = {
  ...personDimensions,
  condition: field('housing.condition', '住房状况', 'Condition'),
  way: field('housing.way', '改造方式', 'Way'),
}
const ofHousing = { lists: 'poverty-relief.housing', dimensions: housingDimensions } as const
const accepted = {
  ...flow,
  ...ofHousing,
  dateMeans: texts('验收日期', 'The day of the acceptance'),
  dateField: 'acceptedOn',
} as const

const ofHelp = {
  ...flow,
  lists: 'poverty-relief.help',
  dateMeans: texts('帮扶日期', 'The day of the help'),
  dateField: 'helpedOn',
  dimensions: { ...personDimensions, kind: field('help.kind', '帮扶类别', 'Kind') },
} as const

/** What is counted of aid that is not a programme: visits, the poor list, production, loans, houses, helpers. */
export const aidIndicators = indicators({
  visits: {
    ...ofVisit,
    title: texts('走访慰问人次', 'Comfort visits'),
    counts: texts('走访慰问的次数，同一人多次按次计', 'Visits, each of them'),
    unit: 'person-time',
    reading: 'count',
  },
  visitedPersons: {
    ...ofVisit,
    ...distinct,
    title: texts('走访慰问人数', 'Persons visited'),
    counts: texts('走访慰问过的人，每人只计一次', 'Persons visited, each once'),
  },
  visitedHouseholds: {
    ...ofVisit,
    title: texts('走访慰问户数', 'Households visited'),
    counts: texts(
      '慰问日所在的家庭，每户只计一次；没有登记家庭的按本人计一户',
      'The household on the day of the visit, each once; who has none in the register counts as one',
    ),
    unit: 'household',
    reading: 'distinct',
  },
  visitedSum: {
    ...ofVisit,
    ...sum,
    title: texts('慰问款物金额', 'Money and goods brought'),
    counts: texts('慰问金和慰问品价值之和', 'What was brought in money and goods'),
  },
  poorListed: {
    ...stock,
    ...ofPoor,
    direction: 'less',
    title: texts('困难家庭在册人数', 'Persons on the poor list'),
    counts: texts('统计日在台账上的人', 'Persons on the list on the day'),
  },
  poorWatched: {
    ...stock,
    ...ofPoor,
    direction: 'neither',
    title: texts('退出后跟踪人数', 'Persons watched after the list'),
    counts: texts('统计日已退出、仍在跟踪的人', 'Persons taken off and still watched on the day'),
  },
  poorEntered: {
    ...flow,
    ...ofPoor,
    direction: 'neither',
    dateMeans: texts('纳入日期', 'The day of the listing'),
    dateField: 'listedOn',
    title: texts('新纳入台账人数', 'Persons listed'),
    counts: texts('新纳入台账的人，每人只计一次', 'Persons entered on the list, each once'),
  },
  poorLeft: {
    ...flow,
    ...ofPoor,
    dateMeans: texts('退出日期', 'The day of taking off'),
    dateField: 'leftOn',
    title: texts('脱困退出人数', 'Persons out of poverty'),
    counts: texts(
      '因风险消除或收入达标退出的人，每人只计一次',
      'Persons taken off because the risk is gone or the income reached',
    ),
  },
  poorHouseholdsLeft: {
    ...flow,
    lists: 'poverty-relief.poorEntry',
    dimensions: poorDimensions,
    dateMeans: texts('退出日期', 'The day of taking off'),
    dateField: 'leftOn',
    title: texts('脱困退出户数', 'Households out of poverty'),
    counts: texts(
      '因风险消除或收入达标退出的家庭，每户只计一次；没有登记家庭的按本人计一户',
      'Households taken off because the risk is gone or the income reached, each once; who has none in the register counts as one',
    ),
    unit: 'household',
    reading: 'distinct',
  },
  poorFallenBack: {
    ...flow,
    ...ofPoor,
    direction: 'less',
    dateMeans: texts('纳入日期', 'The day of the listing'),
    dateField: 'listedOn',
    title: texts('返贫人数', 'Persons fallen back'),
    counts: texts('退出后又纳入台账的人，每人只计一次', 'Persons listed again after they were taken off, each once'),
  },
  supportedPersons: {
    ...ofSupport,
    ...distinct,
    title: texts('生产扶持人数', 'Persons supported in production'),
    counts: texts('得到生产扶持的人，每人只计一次', 'Persons supported, each once'),
  },
  supports: {
    ...ofSupport,
    unit: 'person-time',
    reading: 'count',
    title: texts('生产扶持人次', 'Supports of production'),
    counts: texts('生产扶持的次数', 'Supports, each of them'),
  },
  supportBases: {
    ...ofSupport,
    unit: 'organisation',
    reading: 'distinct',
    title: texts('带动生产的扶贫基地', 'Bases that take households along'),
    counts: texts('带动过残疾人家庭生产的基地，每个只计一次', 'Bases that took households along, each once'),
  },
  supportSum: {
    ...ofSupport,
    ...sum,
    title: texts('生产扶持金额', 'Worth of the support'),
    counts: texts('发放的资金和物资折款', 'Money and goods issued'),
  },
  supportedLifted: {
    ...ofSupport,
    ...distinct,
    dateMeans: texts('验收日期', 'The day of the check'),
    dateField: 'checkedOn',
    title: texts('扶持后脱贫人数', 'Persons lifted by support'),
    counts: texts('验收时已经脱贫的扶持对象', 'Persons who were out of poverty when it was checked'),
  },
  loansLent: {
    ...lent,
    unit: 'item',
    reading: 'count',
    title: texts('贴息贷款笔数', 'Loans lent'),
    counts: texts('已经放款的贴息贷款', 'Loans that a bank lent'),
  },
  loansSum: {
    ...lent,
    ...sum,
    title: texts('贴息贷款金额', 'Sum lent'),
    counts: texts('已经放款的本金', 'Principal lent'),
  },
  loansOpen: {
    ...stock,
    ...ofLoan,
    ...sum,
    direction: 'neither',
    title: texts('贴息贷款余额', 'Loans outstanding'),
    counts: texts('统计日已放款、没有还清的本金', 'Principal lent and not repaid on the day'),
  },
  housesDone: {
    ...accepted,
    unit: 'household',
    reading: 'count',
    title: texts('完成危房改造户数', 'Houses renewed'),
    counts: texts('验收的危房改造', 'Houses accepted'),
  },
  housesDoneSoFar: {
    ...stock,
    ...ofHousing,
    unit: 'household',
    reading: 'distinct',
    direction: 'more',
    title: texts('累计完成危房改造户数', 'Houses renewed so far'),
    counts: texts(
      '统计日及以前验收过改造的家庭，每户只计一次；没有登记家庭的按本人计一户',
      'Households whose house was accepted by the day, each once; who has none in the register counts as one',
    ),
  },
  housingGrants: {
    ...accepted,
    ...sum,
    title: texts('危房改造残联补助', 'Aid for houses'),
    counts: texts('验收的危房改造的残联补助', 'Aid of the federation for the houses accepted'),
  },
  unsafeHouses: {
    ...stock,
    ...ofHousing,
    ...distinct,
    direction: 'less',
    title: texts('住危房或无房人数', 'Persons in unsafe houses or without one'),
    counts: texts(
      '统计日前最近一次调查为危房或无房、没有验收改造的人',
      'Persons whose latest survey found an unsafe house or none, not renewed by the day',
    ),
  },
  pairedPersons: {
    ...stock,
    ...distinct,
    lists: 'poverty-relief.pairing',
    direction: 'more',
    dimensions: { ...personDimensions, helperKind: field('pairing.helperKind', '帮扶类型', 'Kind of helper') },
    title: texts('结对帮扶人数', 'Persons with a helper'),
    counts: texts('统计日有人结对帮扶的人', 'Persons whom somebody stands by on the day'),
  },
  pairedHouseholds: {
    ...stock,
    lists: 'poverty-relief.pairing',
    direction: 'more',
    dimensions: { helperKind: field('pairing.helperKind', '帮扶类型', 'Kind of helper') },
    title: texts('结对帮扶户数', 'Households with a helper'),
    counts: texts(
      '统计日有人结对帮扶的家庭，每户只计一次；没有登记家庭的按本人计一户',
      'Households of which somebody stands by a member on the day, each once; who has none in the register counts as one',
    ),
    unit: 'household',
    reading: 'distinct',
  },
  helps: {
    ...ofHelp,
    unit: 'person-time',
    reading: 'count',
    title: texts('帮扶人次', 'Helps'),
    counts: texts('结对帮扶的次数', 'What helpers did, each time'),
  },
  helpSum: {
    ...ofHelp,
    ...sum,
    title: texts('帮扶折合金额', 'Worth of the help'),
    counts: texts('结对帮扶的折合金额', 'What the help was worth'),
  },
})

import { indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'
import { distinctPersons, flow, share, stock } from './bases.js'
import { clientDimensions, fieldDimension } from './dimensions.js'

const ofRelief = {
  ...flow,
  lists: 'rehab.relief',
  isPlacedAsListed: true,
  dimensions: {
    ...clientDimensions,
    diagnosis: fieldDimension('relief.diagnosis', '诊断', 'Diagnosis'),
    aid: fieldDimension('relief.aid', '救助内容', 'What is aided'),
  },
  direction: 'more',
} as const

const ofAid = {
  ...flow,
  lists: 'rehab.aid',
  isPlacedAsListed: true,
  dimensions: { ...clientDimensions, kind: fieldDimension('aid.kind', '救助类别', 'Kind of aid') },
} as const
const aidAsked = {
  ...ofAid,
  ...distinctPersons,
  dateField: 'askedOn',
  dateMeans: texts('申请日期', 'The day of the application'),
  title: texts('申请医疗康复救助人数', 'Persons who asked for aid'),
  counts: texts('申请医疗康复救助的人，每人只计一次', 'Persons who asked for aid with treatment, each once'),
} as const
const aidAnswered = {
  ...aidAsked,
  title: texts('申请后得到救助人数', 'Persons whose request was granted'),
  counts: texts('其中得到救助的', 'Those who were granted it'),
  direction: 'more',
} as const

const ofPolicy = {
  unit: 'item',
  reading: 'count',
  lists: 'rehab.policy',
  isPlacedAsListed: true,
  dimensions: { kind: fieldDimension('policy.kind', '类型', 'Kind') },
  direction: 'more',
} as const

/** What is counted of aid: children and what was settled for them, people helped with costs, rules and studies. */
export const reliefIndicators = indicators({
  reliefChildren: {
    ...ofRelief,
    ...distinctPersons,
    isCountedInFull: true,
    dateMeans: texts('审核通过日期', 'The day of the decision'),
    title: texts('残疾儿童康复救助人数', 'Children aided'),
    counts: texts('审核通过康复救助的儿童，每人只计一次', 'Children whose aid was approved, each once'),
  },
  entrustedChildren: {
    ...ofRelief,
    ...distinctPersons,
    isCountedInFull: true,
    dateMeans: texts('委托协议开始日期', 'The first day of the contract'),
    title: texts('委托训练儿童人数', 'Children entrusted'),
    counts: texts('签订委托协议训练的儿童，每人只计一次', 'Children trained under a contract, each once'),
  },
  reliefSettled: {
    ...ofRelief,
    isCountedInFull: true,
    unit: 'fen',
    reading: 'sum',
    dateMeans: texts('结算日期', 'The day of the settlement'),
    title: texts('残疾儿童康复救助结算金额', 'Settled for children'),
    counts: texts('与定点机构结算的金额', 'What was settled with institutions'),
    direction: 'neither',
  },
  aidPersons: {
    ...ofAid,
    ...distinctPersons,
    dateField: 'grantedOn',
    dateMeans: texts('救助日期', 'The day of the aid'),
    title: texts('医疗康复救助人数', 'Persons aided with treatment'),
    counts: texts('得到医疗康复救助的人，每人只计一次', 'Persons who were aided with treatment, each once'),
    direction: 'more',
  },
  aidPaid: {
    ...ofAid,
    dateField: 'grantedOn',
    unit: 'fen',
    reading: 'sum',
    dateMeans: texts('救助日期', 'The day of the aid'),
    title: texts('医疗康复救助金额', 'Paid as aid with treatment'),
    counts: texts('残联给予的医疗康复救助', 'What the federation paid as aid with treatment'),
  },
  aidAsked,
  aidAnswered,
  aidShare: share(['aidAnswered', aidAnswered], ['aidAsked', aidAsked], {
    title: texts('医疗康复救助率', 'Share of requests granted'),
    direction: 'more',
  }),
  policiesInForce: {
    ...stock,
    ...ofPolicy,
    title: texts('有效的康复优惠政策', 'Policies in force'),
    counts: texts('统计日有效的优惠、保障和减免政策', 'Preferences, insurances and reductions in force on the day'),
  },
  studiesDone: {
    ...flow,
    ...ofPolicy,
    dateField: 'until',
    dateMeans: texts('结题日期', 'The day on which it ended'),
    title: texts('完成的康复政策研究', 'Studies done'),
    counts: texts('有成果的康复政策研究', 'Studies of policy with an outcome'),
  },
})

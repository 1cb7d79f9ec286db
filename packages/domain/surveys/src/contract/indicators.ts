import { type Indicator, indicators, personDimensions } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

const { sex, category, grade, residence } = personDimensions
const began = texts('调查开始日期', 'The day on which the campaign began')
const ofPerson = {
  isCountedInFull: true,
  kind: 'flow',
  unit: 'person',
  reading: 'distinct',
  lists: 'surveys.interview',
  isPlacedAsListed: true,
  dateMeans: began,
  dimensions: {
    sex,
    category,
    grade,
    residence,
    contact: { title: texts('调查方式', 'Contact'), field: 'surveys.interview.contact' },
  },
  version: 1,
} as const satisfies Partial<Indicator>
const rate = { kind: 'flow', unit: 'percent', reading: 'ratio', dateMeans: began, version: 1 } as const
const ofVillage = {
  dateField: 'fromDay',
  kind: 'flow',
  unit: 'item',
  reading: 'count',
  lists: 'surveys.village',
  isPlacedAsListed: true,
  dateMeans: began,
  version: 1,
} as const satisfies Partial<Indicator>
const ofItem = {
  kind: 'flow',
  unit: 'item',
  reading: 'sum',
  lists: 'surveys.recheck',
  dateField: 'recheckedOn',
  isPlacedAsListed: true,
  version: 1,
} as const
const rechecked = texts('抽查日期', 'The day of the sample check')
const raised = texts('提出日期', 'The day on which it was raised')
const ofProblem = {
  dateField: 'raisedOn',
  kind: 'flow',
  unit: 'item',
  reading: 'count',
  lists: 'surveys.problem',
  isPlacedAsListed: true,
  dateMeans: raised,
  dimensions: { category: { title: texts('类别', 'Category'), field: 'surveys.problem.category' } },
  version: 1,
} as const satisfies Partial<Indicator>

/** What is counted of surveys: who was listed and met, how two interviews agree, what was found, and what was done about it. */
export const surveyIndicators = indicators({
  listed: {
    ...ofPerson,
    title: texts('调查名单人数', 'Persons to be surveyed'),
    counts: texts('列入调查名单的人，每人只计一次', 'Persons on the list of a campaign, each once'),
  },
  surveyed: {
    ...ofPerson,
    title: texts('已调查人数', 'Persons surveyed'),
    counts: texts(
      '入户、见面或者电话调查已完成的人',
      'Persons whose record is done, met at home, elsewhere or by telephone',
    ),
  },
  visited: {
    ...ofPerson,
    title: texts('入户调查人数', 'Persons surveyed at home'),
    counts: texts('入户调查已完成的人', 'Persons whose record is done, met at home'),
  },
  lost: {
    ...ofPerson,
    title: texts('失访人数', 'Persons lost'),
    counts: texts('记录已完成而没有见到的人', 'Persons whose record is done and who were not met'),
    direction: 'less',
  },
  surveyedRate: {
    ...rate,
    title: texts('调查率', 'Share surveyed'),
    counts: texts('已调查的人', 'Persons surveyed'),
    of: texts('列入调查名单的人', 'Persons on the list'),
    part: 'surveyed',
    whole: 'listed',
    direction: 'more',
  },
  visitedRate: {
    ...rate,
    title: texts('入户率', 'Share surveyed at home'),
    counts: texts('入户调查的人', 'Persons surveyed at home'),
    of: texts('已调查的人', 'Persons surveyed'),
    part: 'visited',
    whole: 'surveyed',
    direction: 'more',
  },
  lostRate: {
    ...rate,
    title: texts('失访率', 'Share lost'),
    counts: texts('失访的人', 'Persons lost'),
    of: texts('列入调查名单的人', 'Persons on the list'),
    part: 'lost',
    whole: 'listed',
    direction: 'less',
  },
  villagesListed: {
    ...ofVillage,
    title: texts('应调查的村（社区）', 'Villages to be surveyed'),
    counts: texts('列入村（社区）调查的村（社区）', 'Villages that a campaign asks about themselves'),
  },
  villagesSurveyed: {
    ...ofVillage,
    title: texts('已调查的村（社区）', 'Villages surveyed'),
    counts: texts('村（社区）调查记录已完成的村（社区）', 'Villages whose own record is done'),
  },
  villagesSurveyedRate: {
    ...rate,
    title: texts('村（社区）调查率', 'Share of villages surveyed'),
    counts: texts('已调查的村（社区）', 'Villages surveyed'),
    of: texts('应调查的村（社区）', 'Villages to be surveyed'),
    part: 'villagesSurveyed',
    whole: 'villagesListed',
    direction: 'more',
  },
  comparedItems: {
    ...ofItem,
    title: texts('抽查比对题次', 'Answers compared'),
    counts: texts('抽查中两次都回答了的题目', 'Questions that were answered both times'),
    dateMeans: rechecked,
  },
  agreedItems: {
    ...ofItem,
    title: texts('抽查一致题次', 'Answers that agree'),
    counts: texts('抽查中两次回答相同的题目', 'Questions that were answered alike both times'),
    dateMeans: rechecked,
  },
  agreementRate: {
    ...rate,
    dateMeans: rechecked,
    title: texts('抽查一致率', 'Agreement of the sample check'),
    counts: texts('两次回答相同的题目', 'Questions answered alike'),
    of: texts('两次都回答了的题目', 'Questions answered both times'),
    part: 'agreedItems',
    whole: 'comparedItems',
    direction: 'more',
  },
  differingItems: {
    ...ofItem,
    title: texts('抽查不一致题次', 'Answers that differ'),
    counts: texts('抽查中两次回答不同的题目', 'Questions that were answered differently the two times'),
    dateMeans: rechecked,
    direction: 'less',
  },
  errorRate: {
    ...rate,
    dateMeans: rechecked,
    title: texts('抽查差错率', 'Error rate of the sample check'),
    counts: texts('两次回答不同的题目', 'Questions answered differently'),
    of: texts('两次都回答了的题目', 'Questions answered both times'),
    part: 'differingItems',
    whole: 'comparedItems',
    direction: 'less',
  },
  needsFound: {
    dateField: 'foundOn',
    kind: 'flow',
    unit: 'item',
    reading: 'count',
    lists: 'surveys.proposal',
    isPlacedAsListed: true,
    title: texts('调查发现的需求', 'Needs found'),
    counts: texts(
      '审核通过的调查记录中登记里没有的需求，不予采纳的不计',
      'Needs of checked records that the register did not know, without those rejected',
    ),
    dateMeans: texts('调查日期', 'The day of the interview'),
    dimensions: { need: { title: texts('需求类别', 'Need'), field: 'surveys.proposal.needKind' } },
    version: 1,
  },
  planned: {
    ...ofPerson,
    title: texts('有服务计划的人数', 'Persons with a plan'),
    counts: texts('已调查并且制定了个人服务计划的人', 'Persons surveyed for whom a plan was agreed'),
  },
  plannedRate: {
    ...rate,
    title: texts('服务计划制定率', 'Share with a plan'),
    counts: texts('有服务计划的人', 'Persons with a plan'),
    of: texts('已调查的人', 'Persons surveyed'),
    part: 'planned',
    whole: 'surveyed',
    direction: 'more',
  },
  problems: {
    ...ofProblem,
    title: texts('登记的个人问题', 'Problems recorded'),
    counts: texts('登记的个人问题', 'Problems that were recorded'),
  },
  problemsSolved: {
    ...ofProblem,
    title: texts('解决的个人问题', 'Problems solved'),
    counts: texts('登记的问题中已经解决的', 'Of the problems recorded, those that are solved'),
  },
  solvedRate: {
    ...rate,
    dateMeans: raised,
    title: texts('个人问题解决率', 'Share of problems solved'),
    counts: texts('解决的问题', 'Problems solved'),
    of: texts('登记的问题', 'Problems recorded'),
    part: 'problemsSolved',
    whole: 'problems',
    direction: 'more',
  },
})

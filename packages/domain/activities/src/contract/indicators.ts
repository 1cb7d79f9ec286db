import { type Indicator, indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

const flow = {
  kind: 'flow',
  version: 1,
  dimensions: {
    kind: { title: texts('活动种类', 'Kind of activity'), field: 'activities.activity.kind' },
    occasion: { title: texts('节日和主题日', 'Occasion'), field: 'activities.activity.occasion' },
  },
} as const satisfies Partial<Indicator>
const onDay = { ...flow, dateMeans: texts('场次举行日期', 'The day of the session') } as const

/** What activities are counted by. The three figures of people are kept apart: none is made from another. */
export const activityIndicators = indicators({
  held: {
    ...flow,
    isCountedInFull: true,
    title: texts('举办活动', 'Activities held'),
    counts: texts('已经结束的活动', 'Activities that are done'),
    dateMeans: texts('活动结束日期', 'The last day of the activity'),
    unit: 'item',
    reading: 'count',
    lists: 'activities.activity',
    isPlacedAsListed: true,
  },
  sessions: {
    ...onDay,
    dateField: 'heldOn',
    title: texts('活动场次', 'Sessions'),
    counts: texts('有人参加的场次', 'Sessions that somebody attended'),
    unit: 'session',
    reading: 'count',
    lists: 'activities.session',
    isPlacedAsListed: true,
  },
  participants: {
    ...onDay,
    isCountedInFull: true,
    title: texts('参加活动人数', 'Persons who took part'),
    counts: texts(
      '逐一登记的参加者，每人只计一次；按人数登记的不计',
      'Participants taken down by name, each once; head counts say nothing of persons',
    ),
    unit: 'person',
    reading: 'distinct',
    lists: 'activities.attendance',
    isPlacedAsListed: true,
  },
  personTimes: {
    ...onDay,
    isCountedInFull: true,
    title: texts('参加活动人次', 'Person-times'),
    counts: texts(
      '参加者每参加一场计一次，包括按人数登记的',
      'Participants, once for each session, head counts included',
    ),
    unit: 'person-time',
    reading: 'sum',
    lists: 'activities.attendance',
    isPlacedAsListed: true,
  },
  cost: {
    ...flow,
    isCountedInFull: true,
    title: texts('活动支出', 'Cost of activities'),
    counts: texts('活动支出金额', 'What was spent on activities'),
    dateMeans: texts(
      '支出日期；没有填写的按活动开始日期',
      'The day of spending, or the first day of the activity where none is given',
    ),
    unit: 'fen',
    reading: 'sum',
    lists: 'activities.cost',
    isPlacedAsListed: true,
  },
})

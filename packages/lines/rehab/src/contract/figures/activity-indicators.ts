import { indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'
import { rehabActivityKinds } from '../activity-kinds.js'
import { distinctPersons, flow } from './bases.js'

/** Outreach with consultations is held by every federation: it is a kind of the engine. */
export const outreachKind = 'activities.outreach'

const onDay = {
  ...flow,
  dateMeans: texts('场次举行日期', 'The day of the session'),
  direction: 'more',
} as const
const byName = {
  ...onDay,
  ...distinctPersons,
  lists: 'activities.attendance',
  isPlacedAsListed: true,
  isCountedInFull: true,
} as const
const kind = {
  title: texts('活动种类', 'Kind of activity'),
  codes: [
    { code: outreachKind, zh: '义诊咨询', en: 'Outreach with consultations' },
    ...Object.entries(rehabActivityKinds).map(([name, { title }]) => ({
      code: `rehab.${name}`,
      zh: title['zh-CN'],
      en: title.en,
    })),
  ],
}

/** What is counted of activities held for rehabilitation. */
export const activityIndicators = indicators({
  techniciansTrained: {
    ...byName,
    title: texts('培训康复技术人员', 'Technicians trained'),
    counts: texts(
      '参加康复技术人员培训班的人，每人只计一次',
      'Those who attended a training of technicians, each once',
    ),
  },
  parentsTrained: {
    ...byName,
    title: texts('培训残疾儿童家长', 'Parents trained'),
    counts: texts('参加残疾儿童家长培训班的人，每人只计一次', 'Those who attended a training of parents, each once'),
  },
  rehabSessions: {
    ...onDay,
    dateField: 'heldOn',
    unit: 'session',
    reading: 'count',
    lists: 'activities.session',
    isPlacedAsListed: true,
    title: texts('康复活动场次', 'Sessions for rehabilitation'),
    counts: texts('有人参加的康复活动场次', 'Sessions of rehabilitation that somebody attended'),
    dimensions: { kind },
  },
  rehabPersonTimes: {
    ...onDay,
    dateField: 'heldOn',
    unit: 'person-time',
    reading: 'sum',
    lists: 'activities.session',
    isPlacedAsListed: true,
    title: texts('康复活动人次', 'Person-times of rehabilitation'),
    counts: texts('康复活动的人次，包括咨询', 'Person-times at activities of rehabilitation, consultations included'),
    dimensions: { kind },
  },
})

import { indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'
import { distinctPersons, flow, share } from './bases.js'
import { clientDimensions, fieldDimension, institutionDimension } from './dimensions.js'

const ofTraining = {
  ...flow,
  dimensions: {
    ...clientDimensions,
    kind: fieldDimension('course.kind', '训练类别', 'Kind of training'),
    setting: fieldDimension('course.setting', '服务形式', 'Setting'),
    institution: institutionDimension,
  },
  direction: 'more',
} as const
const ofLesson = {
  ...ofTraining,
  dateField: 'heldOn',
  lists: 'rehab.lesson',
  isPlacedAsListed: true,
  dateMeans: texts('训练日期', 'The day of training'),
} as const
const ofCourse = {
  ...ofTraining,
  dateField: 'endedOn',
  unit: 'item',
  reading: 'count',
  lists: 'rehab.course',
  isPlacedAsListed: true,
  dateMeans: texts('训练结束日期', 'The day on which the course ended'),
} as const
const coursesDone = {
  ...ofCourse,
  title: texts('完成的康复训练', 'Courses done'),
  counts: texts('已完成、有训练前后评分的康复训练', 'Courses that are done, with a score before and after'),
} as const
const coursesBetter = {
  ...ofCourse,
  title: texts('训练有效', 'Courses with an effect'),
  counts: texts('其中训练后评分高于训练前的', 'Those whose score is higher afterwards'),
} as const

/** What is counted of training: persons, times, and whether it helped. */
export const trainingIndicators = indicators({
  trainedPersons: {
    ...ofLesson,
    ...distinctPersons,
    title: texts('康复训练人数', 'Persons trained'),
    counts: texts('参加康复训练的人，每人只计一次', 'Persons who were trained, each once'),
  },
  trainedTimes: {
    ...ofLesson,
    unit: 'person-time',
    reading: 'count',
    title: texts('康复训练人次', 'Times trained'),
    counts: texts('康复训练的次数', 'How often anybody was trained'),
  },
  coursesDone,
  coursesBetter,
  trainingShare: share(['coursesBetter', coursesBetter], ['coursesDone', coursesDone], {
    title: texts('训练有效率', 'Share of courses with an effect'),
    direction: 'more',
  }),
})

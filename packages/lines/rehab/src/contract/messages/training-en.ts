import { dayTexts } from '@opendpf/kit'
import { under } from '@opendpf/messages'
import { settingEn } from './shared-texts.js'
import type { trainingZh } from './training-zh.js'

/** English texts of training. */
export const trainingEn: { readonly [Key in keyof typeof trainingZh]: string } = {
  course: 'Course of training',
  'course.file': 'Rehabilitation file',
  'course.clientName': 'Name',
  'course.kind': 'Kind of training',
  'course.kind.vision': 'Vision',
  'course.kind.orientation': 'Orientation and mobility',
  'course.kind.hearing-speech': 'Hearing and speech',
  'course.kind.motor': 'Motor function',
  'course.kind.cognition': 'Cognition and adaptation',
  'course.kind.autism': 'Communication and adaptation, autism',
  'course.kind.occupation': 'Occupational therapy',
  'course.kind.daily-life': 'Daily life',
  'course.relief': 'Aid of the child',
  'course.cardNumber': 'Number of the card',
  ...under('course', settingEn),
  'course.trainer': 'Trainer',
  'course.startedOn': 'Started on',
  'course.endedOn': 'Ended on',
  'course.scoreBefore': 'Score before, of 100',
  'course.scoreAfter': 'Score after, of 100',
  'course.sessions': 'Times trained',
  'course.stopReason': 'Why it was stopped',
  'course.state': 'State',
  'course.state.running': 'Running',
  'course.state.done': 'Done',
  'course.state.stopped': 'Stopped',
  'course.do.finish': 'Finish',
  'course.do.stop': 'Stop',
  'course.guard.wasHeld': 'Nobody was trained yet: stop the course instead',
  ...under('course', dayTexts.en),
  'course.problem.archived': 'The file has been archived',
  'course.problem.reliefOther': 'This aid is of another child, or does not run',

  lesson: 'Day of training',
  'lesson.course': 'Course',
  'lesson.heldOn': 'Day',
  'lesson.minutes': 'Minutes',
  'lesson.content': 'What was trained',
  'lesson.score': 'Score, of 100',
  'lesson.problem.outside': 'The day lies within the course and not after today',
}

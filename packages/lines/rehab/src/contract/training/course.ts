import { choice, copied, date, defineRecord, multiline, name, optional, reference, text, whole } from '@opendpf/kit'
import { settingFields } from '../shared/settings.js'

/** Fields of training. */
const trainingKinds = [
  'vision',
  'orientation',
  'hearing-speech',
  'motor',
  'cognition',
  'autism',
  'occupation',
  'daily-life',
] as const

/**
 * A course of training of one client (康复训练), with the card that goes with it: from a score at the beginning to one at the end. Of a child with a
 * relief case, it is what the institution was entrusted with.
 */
export const course = defineRecord({
  fields: {
    file: reference('rehab.file'),
    clientName: copied(name(), { reference: 'file', field: 'clientName' }),
    kind: choice(trainingKinds, { headings: ['训练类别'] }),
    relief: optional(reference('rehab.relief')),
    cardNumber: optional(text({ max: 40, headings: ['训练卡号'] })),
    ...settingFields,
    trainer: optional(text({ privacy: 'S2', headings: ['训练人员'] })),
    startedOn: date({ headings: ['开始日期'] }),
    endedOn: optional(date({ headings: ['结束日期'] })),
    /** Percent of the full score of the scale that the course goes by. */
    scoreBefore: optional(whole({ privacy: 'S3', isOpen: true, max: 100, headings: ['训练前评分'] })),
    scoreAfter: optional(whole({ privacy: 'S3', isOpen: true, max: 100, headings: ['训练后评分'] })),
    /** Times the client was trained. */
    sessions: whole({ isDerived: true }),
    stopReason: optional(multiline({ privacy: 'S2', max: 500 })),
    state: choice(['running', 'done', 'stopped']),
  },
  scope: { from: 'file' },
  title: 'clientName',
  list: {
    columns: ['clientName', 'kind', 'setting', 'institution', 'startedOn', 'sessions', 'state'],
    filters: ['file', 'relief', 'kind', 'setting', 'institution', 'state', 'startedOn', 'endedOn'],
    orders: ['startedOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'running',
    final: ['done', 'stopped'],
    transitions: {
      finish: { from: 'running', to: 'done', requires: ['endedOn', 'scoreBefore', 'scoreAfter'], guards: ['wasHeld'] },
      stop: { from: 'running', to: 'stopped', requires: ['endedOn', 'stopReason'] },
    },
    waits: { running: { owner: 'institution', clock: null, escape: 'finish' } },
  },
})

/** One day on which a client was trained, as his card tells it. */
export const lesson = defineRecord({
  fields: {
    course: reference('rehab.course'),
    heldOn: date({ headings: ['训练日期'] }),
    minutes: optional(whole({ min: 1, max: 600, headings: ['时长（分钟）'] })),
    content: multiline({ privacy: 'S2', max: 500, headings: ['训练内容'] }),
    score: optional(whole({ privacy: 'S3', isOpen: true, max: 100, headings: ['评分'] })),
  },
  scope: { from: 'course' },
  title: 'heldOn',
  list: {
    columns: ['heldOn', 'course', 'minutes', 'content', 'score'],
    filters: ['course', 'heldOn'],
    orders: ['heldOn'],
    direction: 'descending',
  },
})

import {
  attachments,
  choice,
  code,
  date,
  declarationName,
  defineRecord,
  division,
  money,
  multiline,
  optional,
  reference,
  text,
  whole,
} from '@opendpf/kit'
import { occasions } from '@opendpf/standards'
import { activitiesId } from '../kind.js'

/** States in which people may ask to take part. */
export const registeringStates = ['open', 'running'] as const
/** States in which attendance is taken down: lists of the last day come in when all is over. */
export const attendedStates = ['running', 'done'] as const

/**
 * An activity (活动): what is held on one or more days for people. Sessions, persons and person-times are three figures that are counted
 * from its sessions and attendances and never from each other.
 */
export const activity = defineRecord({
  fields: {
    title: text({ max: 100 }),
    /** `<module>.<name>` of a declared kind. */
    kind: declarationName(activitiesId),
    organiser: optional(reference('organisations.organisation')),
    topic: optional(text({ max: 200 })),
    occasion: optional(code(occasions)),
    place: optional(text({ max: 200 })),
    division: division(),
    fromDay: date(),
    untilDay: date(),
    /** How many can take part; without one everybody who asks. */
    capacity: optional(whole({ min: 1, max: 100_000 })),
    responsible: optional(text({ privacy: 'S2', max: 100 })),
    /** Number or id of the plan's item that it serves. */
    planItem: optional(text({ max: 60 })),
    materials: optional(attachments({ privacy: 'S1' })),
    summary: optional(multiline({ max: 2000 })),
    callOffReason: optional(multiline({ max: 500 })),
    /** Sessions that somebody attended. */
    sessions: whole({ isDerived: true }),
    /** Different people who were taken down by name; a head count says nothing about them. */
    persons: whole({ isDerived: true }),
    /** How often anybody was there, head counts included. */
    personTimes: whole({ isDerived: true, max: 100_000_000 }),
    /** The sum of the cost lines, in fen. */
    cost: money({ isDerived: true }),
    state: choice(['planned', 'open', 'running', 'done', 'archived', 'called-off']),
  },
  scope: 'division',
  title: 'title',
  list: {
    columns: ['title', 'kind', 'fromDay', 'division', 'state', 'sessions', 'persons', 'personTimes'],
    filters: ['state', 'kind', 'occasion', 'division', 'organiser', 'fromDay', 'planItem'],
    orders: ['fromDay'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'planned',
    final: ['archived', 'called-off'],
    transitions: {
      openRegistration: { from: 'planned', to: 'open' },
      start: { from: ['planned', 'open'], to: 'running', guards: ['hasBegun'] },
      finish: {
        from: 'running',
        to: 'done',
        requires: ['summary'],
        guards: ['isOver', 'wasHeld'],
        emits: 'activity.done',
      },
      archive: { from: 'done', to: 'archived' },
      callOff: {
        from: ['planned', 'open', 'running'],
        to: 'called-off',
        requires: ['callOffReason'],
        guards: ['attendedByNobody'],
        emits: 'activity.calledOff',
      },
    },
    waits: {
      planned: { owner: 'county', clock: null, escape: 'start' },
      open: { owner: 'county', clock: null, escape: 'start' },
      running: { owner: 'county', clock: null, escape: 'finish' },
      done: { owner: 'county', clock: null, escape: 'archive' },
    },
  },
  sections: [
    {
      title: 'activity.section.activity',
      fields: ['title', 'kind', 'topic', 'occasion', 'organiser', 'responsible', 'planItem'],
    },
    { title: 'activity.section.when', fields: ['fromDay', 'untilDay', 'place', 'division', 'capacity', 'materials'] },
    {
      title: 'activity.section.result',
      fields: ['sessions', 'persons', 'personTimes', 'cost', 'summary', 'callOffReason'],
    },
  ],
})

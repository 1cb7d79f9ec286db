import {
  choice,
  clockName,
  data,
  date,
  defineRecord,
  division,
  flag,
  multiline,
  optional,
  pauseReasons,
  recordName,
  stepName,
  text,
  waitOwners,
} from '@opendpf/kit'
import * as z from 'zod'

/** How a deadline stands: it runs, stands still, was kept, was not, or ran out as it was meant to (a notice that ends). */
export const deadlineStates = ['running', 'paused', 'met', 'missed', 'elapsed'] as const
export type DeadlineState = (typeof deadlineStates)[number]

const period = z.union([
  z.strictObject({ workingDays: z.number().int().positive() }),
  z.strictObject({ days: z.number().int().positive() }),
  z.strictObject({ months: z.number().int().positive() }),
])

/** From what the dates are computed: the limits that held when the clock started, and the states that its row was in since. */
const courseSchema = z.strictObject({
  limits: z.strictObject({ statutory: period, promised: z.optional(period) }),
  stretches: z.array(
    z.strictObject({ state: z.string(), from: z.iso.datetime(), pause: z.optional(z.enum(pauseReasons)) }),
  ),
})

const derived = { isDerived: true } as const

/** A period that a row of some record must keep, and until when. Written with each step; nobody enters one. */
export const deadline = defineRecord({
  fields: {
    /** What the row is called by, as a list shows it. */
    title: text({ ...derived, privacy: 'S2', max: 200 }),
    /** `<module>.<record>` */
    record: recordName(derived),
    rowId: text(derived),
    /** The clock's name in the workflow of the record. */
    clock: clockName('record', derived),
    state: choice(deadlineStates),
    /** Who has to act. */
    owner: choice(waitOwners, derived),
    /** The step that is waited for. */
    step: stepName('record', derived),
    startedOn: date(derived),
    dueOn: optional(date(derived)),
    promisedOn: optional(date(derived)),
    remindOn: optional(date(derived)),
    pausedSince: optional(date(derived)),
    pauseReason: optional(choice(pauseReasons, derived)),
    /** Why an officer stopped the clock, in words. */
    pauseNote: optional(multiline({ privacy: 'S2', max: 500 })),
    endedOn: optional(date(derived)),
    /** The dates depend on a year whose holidays are not announced yet. */
    isProvisional: flag(derived),
    course: data(courseSchema, derived),
    division: division(derived),
  },
  scope: 'division',
  title: 'title',
  readableWith: 'record',
  list: {
    columns: [
      'title',
      'record',
      'rowId',
      'clock',
      'owner',
      'step',
      'state',
      'startedOn',
      'dueOn',
      'promisedOn',
      'pausedSince',
      'pauseReason',
      'endedOn',
      'isProvisional',
      'division',
    ],
    filters: ['record', 'rowId', 'clock', 'owner', 'state', 'dueOn', 'endedOn'],
    orders: ['dueOn'],
  },
  sections: [
    { title: 'deadline.section.what', fields: ['title', 'record', 'clock', 'owner', 'step', 'division'] },
    {
      title: 'deadline.section.dates',
      fields: ['state', 'startedOn', 'dueOn', 'promisedOn', 'pausedSince', 'pauseReason', 'pauseNote', 'endedOn'],
    },
  ],
  operations: [],
  workflow: {
    field: 'state',
    initial: 'running',
    final: ['met', 'missed', 'elapsed'],
    transitions: {
      pause: { from: 'running', to: 'paused', requires: ['pauseNote'] },
      resume: { from: 'paused', to: 'running' },
      meet: { from: ['running', 'paused'], to: 'met', by: 'system' },
      miss: { from: 'running', to: 'missed', by: 'system' },
      elapse: { from: 'running', to: 'elapsed', by: 'system' },
    },
    waits: {
      running: { owner: 'system', clock: null, escape: 'meet' },
      paused: { owner: 'county', clock: null, escape: 'resume' },
    },
  },
})

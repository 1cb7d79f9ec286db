import { choice, data, defineRecord, division, instant, optional, text, whole } from '@opendpf/kit'
import * as z from 'zod'

/** Where a job is. `queued` is also a job that waits for its next attempt. */
export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

const derived = { isDerived: true } as const
const most = 1_000_000_000

/** A long piece of work as people see it: who asked for it, how far it is, what came of it or why it stopped. */
export const job = defineRecord({
  fields: {
    kind: text(derived),
    title: text({ ...derived, max: 200 }),
    state: choice(jobStates, derived),
    /** How far it is. Progress moves without a new version: it is no change that anybody has to answer for. */
    progressDone: whole({ ...derived, isVolatile: true, max: most }),
    progressTotal: whole({ ...derived, isVolatile: true, max: most }),
    /** Why it failed or was stopped, in words. */
    message: optional(text({ ...derived, max: 1000 })),
    result: optional(data(z.record(z.string(), z.unknown()), derived)),
    askedBy: text(derived),
    askedByName: text(derived),
    attempts: whole(derived),
    queuedAt: instant(),
    startedAt: optional(instant()),
    endedAt: optional(instant()),
    division: division(derived),
  },
  scope: 'division',
  title: 'title',
  list: {
    columns: ['title', 'state', 'progressDone', 'progressTotal', 'askedByName', 'queuedAt', 'endedAt'],
    filters: ['state', 'kind', 'askedBy'],
    orders: ['queuedAt'],
    direction: 'descending',
  },
  sections: [
    { title: 'job.section.job', fields: ['title', 'state', 'progressDone', 'progressTotal', 'message', 'result'] },
    {
      title: 'job.section.course',
      fields: ['askedByName', 'division', 'queuedAt', 'startedAt', 'endedAt', 'attempts', 'kind', 'askedBy'],
    },
  ],
  operations: [],
})

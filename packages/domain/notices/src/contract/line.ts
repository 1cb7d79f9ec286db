import { choice, data, date, defineRecord, flag, multiline, optional, reference, text, whole } from '@opendpf/kit'
import * as z from 'zod'

/** What a line tells of its subject: codes by the names of the kind's facts. */
export const factsSchema = z.record(z.string().max(40), z.string().max(20))

/** States in which a line stands on the public page. */
export const shownLineStates = ['posted', 'objected'] as const

/**
 * One subject of a notice. It holds what may be public and nothing else: a masked name, the village, and the facts that the kind declares. Whose
 * name it is only the record that it is about knows.
 */
export const line = defineRecord({
  fields: {
    notice: reference('notices.notice'),
    /** `<module>.<record>` and id of what it is about. */
    subjectRecord: text({ max: 80, isDerived: true }),
    subject: text({ max: 36, isDerived: true }),
    maskedName: text({ max: 50, isDerived: true }),
    village: text({ max: 100, isDerived: true }),
    facts: data(factsSchema, { isDerived: true }),
    /** The facts in words, as they stand on the paper. */
    told: text({ max: 200, isDerived: true }),
    fromDay: optional(date({ isDerived: true })),
    lastDay: optional(date({ isDerived: true })),
    isProvisional: optional(flag({ isDerived: true })),
    /** How often the period has started anew after an objection that was rejected. */
    restarts: whole({ isDerived: true, max: 1000 }),
    withdrawReason: optional(multiline({ max: 500 })),
    state: choice(['draft', 'posted', 'objected', 'stopped', 'cleared', 'withdrawn']),
  },
  scope: { from: 'notice' },
  title: 'maskedName',
  operations: ['export'],
  list: {
    columns: ['maskedName', 'village', 'told', 'notice', 'state', 'lastDay'],
    filters: ['state', 'subjectRecord', 'subject', 'lastDay'],
    orders: ['lastDay'],
    direction: 'descending',
  },
  publicly: {
    of: { field: 'state', while: shownLineStates, gone: [] },
    fields: ['notice', 'maskedName', 'village', 'facts', 'fromDay', 'lastDay', 'state'],
  },
  workflow: {
    field: 'state',
    initial: 'draft',
    final: ['stopped', 'cleared', 'withdrawn'],
    transitions: {
      post: { from: 'draft', to: 'posted', by: 'system', emits: 'line.posted' },
      object: { from: 'posted', to: 'objected', by: 'system', emits: 'line.objected' },
      repost: { from: 'objected', to: 'posted', by: 'system', emits: 'line.reposted' },
      stop: { from: ['posted', 'objected'], to: 'stopped', by: 'system', emits: 'line.stopped' },
      clear: { from: 'posted', to: 'cleared', by: 'system', guards: ['periodOver'], emits: 'line.cleared' },
      withdraw: {
        from: ['draft', 'posted', 'objected'],
        to: 'withdrawn',
        requires: ['withdrawReason'],
        emits: 'line.withdrawn',
      },
    },
    waits: {
      draft: { owner: 'county', clock: null, escape: 'post' },
      posted: { owner: 'village', clock: null, escape: 'clear' },
      objected: { owner: 'county', clock: null, escape: 'repost' },
    },
  },
  sections: [
    { title: 'line.section.line', fields: ['maskedName', 'village', 'told', 'notice', 'state'] },
    { title: 'line.section.period', fields: ['fromDay', 'lastDay', 'isProvisional', 'restarts', 'withdrawReason'] },
  ],
})

import { choice, date, defineRecord, division, multiline, optional, reference, text, whole } from '@opendpf/kit'

/** An assessment that a county strives to pass (创建): its criteria bring points, and somebody accepts it in the end. */
export const scheme = defineRecord({
  fields: {
    title: text({ max: 100 }),
    kind: choice(['demonstration-city', 'model-county', 'barrier-free', 'cataract-free', 'other']),
    division: division(),
    standard: text({ max: 200 }),
    issuer: optional(text({ max: 100 })),
    organisation: optional(reference('organisations.organisation')),
    firstDay: date(),
    /** The day by which it is to be accepted. */
    dueOn: date(),
    /** What the standard says that all points come to. */
    totalPoints: optional(whole({ min: 1, max: 10_000 })),
    /** With how many points it is passed. */
    passMark: whole({ min: 1, max: 10_000 }),
    acceptedOn: optional(date()),
    acceptedBy: optional(text({ max: 100 })),
    finding: optional(multiline({ max: 2000 })),
    state: choice(['draft', 'running', 'applied', 'passed', 'failed']),
  },
  scope: 'division',
  title: 'title',
  operations: ['create', 'update', 'remove', 'export'],
  list: {
    columns: ['title', 'kind', 'division', 'dueOn', 'passMark', 'state', 'acceptedOn'],
    filters: ['kind', 'state', 'division', 'dueOn'],
    orders: ['dueOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'draft',
    final: ['passed'],
    transitions: {
      start: { from: 'draft', to: 'running', guards: ['hasCriteria'] },
      apply: { from: ['running', 'failed'], to: 'applied', guards: ['remediesDone'] },
      pass: { from: 'applied', to: 'passed', requires: ['acceptedOn', 'acceptedBy'], emits: 'scheme.passed' },
      fail: { from: 'applied', to: 'failed', requires: ['finding'] },
    },
    waits: {
      draft: { owner: 'county', clock: null, escape: 'start' },
      running: { owner: 'county', clock: null, escape: 'apply' },
      applied: { owner: 'prefecture', clock: null, escape: 'pass' },
      failed: { owner: 'county', clock: null, escape: 'apply' },
    },
  },
})

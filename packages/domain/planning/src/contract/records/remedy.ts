import { attachments, choice, date, defineRecord, multiline, optional, reference, text } from '@opendpf/kit'

/** What is done about a weak point of a criterion, by whom and until when. */
export const remedy = defineRecord({
  fields: {
    criterion: reference('planning.criterion'),
    weakness: multiline({ max: 1000 }),
    measure: multiline({ max: 1000 }),
    owner: text({ privacy: 'S2', max: 50 }),
    dueOn: date(),
    doneOn: optional(date()),
    outcome: optional(multiline({ max: 1000 })),
    evidence: optional(attachments({ max: 10 })),
    state: choice(['open', 'done']),
  },
  scope: { from: 'criterion' },
  title: 'measure',
  operations: ['create', 'update', 'remove', 'export'],
  list: {
    columns: ['measure', 'criterion', 'owner', 'dueOn', 'state', 'doneOn'],
    filters: ['state', 'dueOn'],
    orders: ['dueOn'],
  },
  workflow: {
    field: 'state',
    initial: 'open',
    final: ['done'],
    transitions: { finish: { from: 'open', to: 'done', requires: ['doneOn', 'outcome'] } },
    waits: { open: { owner: 'county', clock: null, escape: 'finish' } },
  },
})

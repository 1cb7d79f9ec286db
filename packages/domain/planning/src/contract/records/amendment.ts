import { data, date, defineRecord, multiline, optional, reference, text } from '@opendpf/kit'
import { targetSchema } from '../target/target.js'

/** A change of a target or a due date after the plan was adopted, with its reason and the document that allows it. It is never undone or edited. */
export const amendment = defineRecord({
  fields: {
    item: reference('planning.item'),
    reason: multiline({ max: 1000 }),
    document: optional(text({ max: 100 })),
    decidedOn: date(),
    target: optional(data(targetSchema)),
    dueOn: optional(date()),
    formerTarget: optional(data(targetSchema, { isDerived: true })),
    formerDueOn: optional(date({ isDerived: true })),
  },
  scope: { from: 'item' },
  title: 'decidedOn',
  operations: ['create', 'export'],
  list: {
    columns: ['decidedOn', 'item', 'reason', 'formerTarget', 'target', 'dueOn'],
    filters: ['decidedOn'],
    orders: ['decidedOn'],
    direction: 'descending',
  },
})

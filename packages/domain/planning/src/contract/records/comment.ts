import { defineRecord, instant, multiline, optional, reference, text } from '@opendpf/kit'

/** A remark on a plan or one of its items. */
export const comment = defineRecord({
  fields: {
    plan: reference('planning.plan'),
    item: optional(reference('planning.item')),
    text: multiline({ max: 1000 }),
    author: text({ max: 50, isDerived: true }),
    writtenAt: instant(),
  },
  scope: { from: 'plan' },
  title: 'author',
  operations: ['create', 'remove', 'export'],
  list: {
    columns: ['writtenAt', 'author', 'text', 'plan', 'item'],
    filters: ['item'],
    orders: ['writtenAt'],
    direction: 'descending',
  },
})

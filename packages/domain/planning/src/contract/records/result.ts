import { attachments, data, date, defineRecord, division, multiline, optional, reference, text } from '@opendpf/kit'
import { amountSchema } from '../target/amount.js'

/**
 * A result reported by hand: how much has been reached from the start of the item up to a day. The latest one of a place counts. A value that
 * is not known is told with its reason and never counts as 0. A town reports on its split, the county on the item itself.
 */
export const result = defineRecord({
  fields: {
    item: optional(reference('planning.item')),
    split: optional(reference('planning.split')),
    division: division(),
    asOf: date(),
    value: optional(data(amountSchema)),
    unknownReason: optional(text({ max: 200 })),
    note: optional(multiline({ max: 1000 })),
    evidence: optional(attachments({ max: 20 })),
  },
  scope: 'division',
  title: 'asOf',
  operations: ['create', 'update', 'remove', 'export'],
  list: {
    columns: ['asOf', 'item', 'split', 'division', 'value', 'unknownReason'],
    filters: ['item', 'split', 'division', 'asOf'],
    orders: ['asOf'],
    direction: 'descending',
  },
})

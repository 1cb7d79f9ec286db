import { copied, data, defineRecord, division, multiline, optional, reference, text } from '@opendpf/kit'
import { targetSchema } from '../target/target.js'

/** The share of an item that a town (or, of a town's item, a village) takes over. It lies there, so that the town sees its own. */
export const split = defineRecord({
  fields: {
    item: reference('planning.item'),
    itemTitle: copied(text({ max: 200 }), { reference: 'item', field: 'title' }),
    division: division(),
    target: data(targetSchema),
    note: optional(multiline({ max: 500 })),
  },
  scope: 'division',
  title: 'itemTitle',
  operations: ['create', 'update', 'remove', 'export'],
  list: { columns: ['itemTitle', 'division', 'target'], filters: ['item', 'division'], orders: ['itemTitle'] },
})

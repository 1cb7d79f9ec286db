import { choice, defineRecord, division, multiline, optional, text, year } from '@opendpf/kit'
import { fundSources } from '../sources.js'

/**
 * Money of one source in one year (收支两条线): what comes in stands in receipts, what goes out in expenditures, and neither is ever entered as
 * a smaller amount of the other.
 */
export const fund = defineRecord({
  fields: {
    title: text({ max: 100 }),
    source: choice(fundSources),
    year: year({ min: 2000, max: 2100 }),
    division: division(),
    document: optional(text({ max: 200 })),
    remark: optional(multiline({ max: 500 })),
    state: choice(['open', 'closed']),
  },
  scope: 'division',
  title: 'title',
  operations: ['create', 'update', 'import', 'export'],
  list: {
    columns: ['title', 'source', 'year', 'division', 'state'],
    filters: ['source', 'year', 'state', 'division'],
    orders: ['year'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'open',
    final: ['closed'],
    transitions: { close: { from: 'open', to: 'closed', guards: ['nothingLeft'] } },
    waits: { open: { owner: 'county', clock: null, escape: 'close' } },
  },
})

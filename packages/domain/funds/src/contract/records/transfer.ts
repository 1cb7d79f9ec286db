import { date, defineRecord, money, reference, text } from '@opendpf/kit'

/** What a fund hands on to another of the same source, as a year's rest to the next: neither income of the one nor spending of the other. */
export const transfer = defineRecord({
  fields: {
    fromFund: reference('funds.fund'),
    toFund: reference('funds.fund'),
    amount: money({ min: 1 }),
    movedOn: date(),
    document: text({ max: 200 }),
  },
  scope: { from: 'fromFund' },
  title: 'document',
  operations: ['create', 'export'],
  list: {
    columns: ['movedOn', 'fromFund', 'toFund', 'amount', 'document'],
    filters: ['fromFund', 'toFund', 'movedOn'],
    orders: ['movedOn'],
    direction: 'descending',
  },
})

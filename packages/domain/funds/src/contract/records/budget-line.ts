import { defineRecord, money, optional, reference, text } from '@opendpf/kit'

/** What a fund may be spent on, and how much of it. What is reserved and spent never exceeds the amount. */
export const budgetLine = defineRecord({
  fields: {
    fund: reference('funds.fund'),
    number: text({ max: 40 }),
    use: text({ max: 200 }),
    /** Number or id of the plan's item that it serves. */
    planItem: optional(text({ max: 60 })),
    amount: money({ min: 1 }),
    reserved: money({ isDerived: true }),
    spent: money({ isDerived: true }),
  },
  scope: { from: 'fund' },
  title: 'use',
  list: {
    columns: ['number', 'use', 'fund', 'amount', 'reserved', 'spent'],
    filters: ['fund', 'number', 'planItem'],
    orders: ['number'],
  },
})

import { attachments, choice, date, defineRecord, money, optional, reference, text } from '@opendpf/kit'

/** What an activity cost, line by line. Which fund paid is said by the number of the budget line, if any fund did. */
export const cost = defineRecord({
  fields: {
    activity: reference('activities.activity'),
    item: choice(['venue', 'teachers', 'materials', 'meals', 'transport', 'publicity', 'goods', 'other']),
    what: text({ max: 200 }),
    amount: money({ min: 1 }),
    spentOn: optional(date()),
    budgetLine: optional(text({ max: 60 })),
    vouchers: optional(attachments({ privacy: 'S2' })),
  },
  scope: { from: 'activity' },
  title: 'what',
  list: {
    columns: ['what', 'activity', 'item', 'amount', 'spentOn', 'budgetLine'],
    filters: ['activity', 'item', 'spentOn', 'budgetLine'],
    orders: ['spentOn'],
    direction: 'descending',
  },
})

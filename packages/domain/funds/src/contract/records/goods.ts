import { choice, date, defineRecord, optional, reference, text, whole } from '@opendpf/kit'

/** Donated things that come in and go out, counted in their own unit and never in money. */
export const goods = defineRecord({
  fields: {
    fund: reference('funds.fund'),
    direction: choice(['in', 'out']),
    item: text({ max: 100 }),
    unit: text({ max: 20 }),
    quantity: whole({ min: 1 }),
    movedOn: date(),
    organisation: optional(reference('organisations.organisation')),
    person: optional(reference('persons.person')),
    household: optional(reference('persons.household')),
    purpose: optional(text({ max: 200 })),
  },
  scope: { from: 'fund' },
  title: 'item',
  operations: ['create', 'export'],
  list: {
    columns: ['movedOn', 'fund', 'direction', 'item', 'quantity', 'unit'],
    filters: ['fund', 'direction', 'item', 'movedOn', 'person', 'household'],
    orders: ['movedOn'],
    direction: 'descending',
  },
})

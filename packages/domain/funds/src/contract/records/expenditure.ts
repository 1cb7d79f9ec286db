import { attachments, choice, date, defineRecord, money, multiline, optional, reference, text } from '@opendpf/kit'
import { recipientKinds } from '../sources.js'

/** Money that goes out of a budget line to somebody: reserved when it is asked for, spent when it is paid, released when it is not. */
export const expenditure = defineRecord({
  fields: {
    budgetLine: reference('funds.budgetLine'),
    recipientKind: choice(recipientKinds),
    person: optional(reference('persons.person')),
    household: optional(reference('persons.household')),
    organisation: optional(reference('organisations.organisation')),
    amount: money({ min: 1 }),
    purpose: text({ max: 200 }),
    /** `<module>.<record>` and id of what a programme pays for by it. */
    subjectRecord: optional(text({ max: 80, isDerived: true })),
    subject: optional(text({ max: 36, isDerived: true })),
    voucher: optional(text({ max: 60 })),
    paidOn: optional(date()),
    vouchers: optional(attachments({ privacy: 'S2' })),
    releaseReason: optional(multiline({ max: 500 })),
    state: choice(['reserved', 'paid', 'released']),
  },
  scope: { from: 'budgetLine' },
  title: 'purpose',
  operations: ['create', 'export'],
  list: {
    columns: ['purpose', 'budgetLine', 'recipientKind', 'amount', 'paidOn', 'state'],
    filters: ['budgetLine', 'recipientKind', 'state', 'paidOn', 'person', 'household', 'organisation', 'subject'],
    orders: ['paidOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'reserved',
    final: ['paid', 'released'],
    transitions: {
      pay: {
        from: 'reserved',
        to: 'paid',
        requires: ['paidOn', 'voucher'],
        notBy: ['create'],
        emits: 'expenditure.paid',
      },
      /** A module that keeps a list of payees says what became of them, with four eyes of its own. */
      settle: {
        from: 'reserved',
        to: 'paid',
        by: 'system',
        requires: ['paidOn', 'voucher'],
        emits: 'expenditure.paid',
      },
      release: { from: 'reserved', to: 'released', requires: ['releaseReason'], emits: 'expenditure.released' },
    },
    waits: { reserved: { owner: 'county', clock: null, escape: 'pay' } },
  },
})

import { attachments, choice, date, defineRecord, money, multiline, optional, reference, text } from '@opendpf/kit'
import { receiptKinds } from '../sources.js'

/**
 * Money that came in: levy, an appropriation with its document, a donation. Whoever issues the receipt is not whoever takes the
 * money (开票与收款分离).
 */
export const receipt = defineRecord({
  fields: {
    fund: reference('funds.fund'),
    kind: choice(receiptKinds),
    number: optional(text({ max: 60 })),
    document: optional(text({ max: 200 })),
    receivedOn: date(),
    amount: money({ min: 1 }),
    payer: optional(reference('organisations.organisation')),
    payerName: optional(text({ privacy: 'S2', max: 100 })),
    purpose: optional(multiline({ max: 500 })),
    vouchers: optional(attachments({ privacy: 'S2' })),
    cancelReason: optional(multiline({ max: 500 })),
    cancelledOn: optional(date({ isDerived: true })),
    state: choice(['issued', 'received', 'cancelled']),
  },
  scope: { from: 'fund' },
  title: 'kind',
  operations: ['create', 'export'],
  list: {
    columns: ['receivedOn', 'fund', 'kind', 'amount', 'number', 'state'],
    filters: ['fund', 'kind', 'state', 'receivedOn', 'payer'],
    orders: ['receivedOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'issued',
    final: ['received', 'cancelled'],
    transitions: {
      take: { from: 'issued', to: 'received', notBy: ['create'] },
      cancel: { from: 'issued', to: 'cancelled', requires: ['cancelReason'] },
    },
    waits: { issued: { owner: 'county', clock: null, escape: 'take' } },
  },
})

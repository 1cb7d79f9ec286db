import { attachments, choice, date, defineRecord, money, multiline, optional, reference, text } from '@opendpf/kit'

/** How a part of an overpayment comes off: kept back of a later line, paid in by the person, or remitted. */
const recoveryManners = ['deduction', 'receipt', 'remission'] as const

/** A part of an overpayment that comes back or is remitted. It counts once somebody else has confirmed it, or the line that it is kept back of was paid. */
export const recovery = defineRecord({
  fields: {
    overpayment: reference('payments.overpayment'),
    manner: choice(recoveryManners),
    amount: money({ min: 1 }),
    /** The line that it is kept back of. */
    line: optional(reference('payments.line', { isDerived: true })),
    recoveredOn: optional(date()),
    /** Number of the receipt, or of the decision to remit. */
    document: optional(text({ max: 100 })),
    reason: optional(multiline({ privacy: 'S2', max: 500 })),
    papers: optional(attachments({ privacy: 'S2', max: 5 })),
    cancelReason: optional(multiline({ max: 500 })),
    state: choice(['planned', 'booked', 'cancelled']),
  },
  scope: { from: 'overpayment' },
  title: 'manner',
  operations: ['create', 'export'],
  list: {
    columns: ['overpayment', 'manner', 'amount', 'recoveredOn', 'document', 'state'],
    filters: ['overpayment', 'manner', 'state', 'recoveredOn'],
    orders: ['recoveredOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'planned',
    final: ['booked', 'cancelled'],
    transitions: {
      book: { from: 'planned', to: 'booked', notBy: ['create'] },
      /** The line that it was kept back of was paid. */
      deduct: { from: 'planned', to: 'booked', by: 'system' },
      cancel: { from: 'planned', to: 'cancelled', requires: ['cancelReason'] },
      /** The line that it was to be kept back of is not paid. */
      release: { from: 'planned', to: 'cancelled', by: 'system' },
    },
    waits: { planned: { owner: 'county', clock: null, escape: 'book' } },
  },
})

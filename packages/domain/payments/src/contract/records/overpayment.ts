import { choice, date, declarationName, defineRecord, money, multiline, optional, reference, text } from '@opendpf/kit'
import { month } from '../month.js'

/** Why more was paid than was due: what ends a grant, when it was known too late. */
export const overpaymentGrounds = [
  'death',
  'certificate-cancelled',
  'certificate-frozen',
  'certificate-expired',
  'grade-not-covered',
  'left-allowance',
  'extremely-poor',
  'excluded-allowance',
  'moved-out',
  'imprisonment',
  'age-limit',
  'voluntary',
  'expired',
  'lost-contact',
  'fraud',
  'not-eligible',
  'wrong-amount',
] as const
export type OverpaymentGround = (typeof overpaymentGrounds)[number]

/**
 * What somebody was paid for months that were not due, and is asked back (追回). Never more than was paid for them; it is settled once all of it
 * came back or was remitted.
 */
export const overpayment = defineRecord({
  fields: {
    person: reference('persons.person'),
    programme: declarationName('programmes'),
    /** The household, vehicle or student that it was paid for; empty where it is all that the person was paid. */
    beneficiary: optional(text({ privacy: 'S2', max: 80 })),
    ground: choice(overpaymentGrounds),
    fromMonth: month(),
    untilMonth: month(),
    /** What is asked back, in fen. */
    amount: money({ min: 1 }),
    /** What was paid for those months, in fen. */
    overpaid: money({ isDerived: true }),
    /** What is kept back each month of what is still paid; without it nothing is. */
    instalment: optional(money({ min: 1 })),
    foundOn: date(),
    explanation: optional(multiline({ privacy: 'S2', max: 1000 })),
    recovered: money({ isDerived: true }),
    remitted: money({ isDerived: true }),
    cancelReason: optional(multiline({ max: 500 })),
    state: choice(['outstanding', 'settled', 'cancelled']),
  },
  scope: { from: 'person' },
  title: 'fromMonth',
  operations: ['create', 'update', 'export'],
  list: {
    columns: [
      'person',
      'programme',
      'ground',
      'fromMonth',
      'untilMonth',
      'amount',
      'recovered',
      'remitted',
      'foundOn',
      'state',
    ],
    filters: ['state', 'programme', 'ground', 'person', 'foundOn'],
    orders: ['foundOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'outstanding',
    final: ['settled', 'cancelled'],
    transitions: {
      settle: { from: 'outstanding', to: 'settled', by: 'system', emits: 'overpayment.settled' },
      cancel: { from: 'outstanding', to: 'cancelled', requires: ['cancelReason'], guards: ['nothingRecovered'] },
    },
    waits: { outstanding: { owner: 'county', clock: null, escape: 'cancel' } },
  },
})

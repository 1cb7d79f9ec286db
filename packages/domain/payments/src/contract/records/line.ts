import {
  choice,
  date,
  declarationName,
  defineRecord,
  division,
  flag,
  money,
  multiline,
  name,
  number,
  optional,
  reference,
  text,
  whole,
} from '@opendpf/kit'
import { month } from '../month.js'

/** What a line is: the allowance of its month, or one of an earlier month that was not paid then. */
export const lineKinds = ['regular', 'arrears'] as const
export type LineKind = (typeof lineKinds)[number]

/** Why a line cannot be paid as it is. */
export const lineProblems = ['no-account', 'name-mismatch', 'not-approved', 'stopped'] as const
export type LineProblem = (typeof lineProblems)[number]

/**
 * What one person is paid for one month of one programme (发放明细). No beneficiary, be it a person, a household, a vehicle or a student, has two
 * that count for the same programme and month. A line whose money came back is paid anew by another one that takes its place.
 */
export const line = defineRecord({
  fields: {
    batch: reference('payments.batch', { isDerived: true }),
    /** The place in its batch, from 1: how the bank's answer finds it. */
    position: whole({ min: 1, max: 10_000_000, isDerived: true }),
    person: reference('persons.person', { isDerived: true }),
    /** The id that the person had when the line was made: two entries of one person can be merged, two payments cannot. */
    payee: text({ max: 36, isDerived: true }),
    /** What it is granted for where that is not the person himself: a household, a vehicle, a student. One is paid once for a month. */
    beneficiary: optional(text({ privacy: 'S2', max: 80, isDerived: true })),
    programme: declarationName('programmes', { isDerived: true }),
    month: month({ isDerived: true }),
    kind: choice(lineKinds, { isDerived: true }),
    enrolment: optional(text({ max: 36, isDerived: true })),
    reason: text({ max: 200, isDerived: true }),
    /** What the programme grants, in fen. */
    amount: money({ min: 1, isDerived: true }),
    /** What is kept back of it because too much was paid before. */
    deduction: money({ isDerived: true }),
    /** What the bank is to pay. */
    net: money({ min: 1, isDerived: true }),
    account: optional(reference('persons.account', { isDerived: true })),
    /** The account as it was when the batch was made: it is not looked up anew once somebody has approved it. */
    accountNumber: optional(number('bank-account', { storage: 'sealed', isDerived: true })),
    holderName: optional(name({ isDerived: true })),
    bank: optional(text({ isDerived: true })),
    problem: optional(choice(lineProblems, { isDerived: true })),
    /** Why what it rests on ended before its month, where that was told once nobody could take it out of its batch any more. */
    stopReason: optional(text({ privacy: 'S2', max: 200, isDerived: true })),
    /** Other persons are paid to the same account. */
    isShared: optional(flag({ isDerived: true })),
    paidOn: optional(date({ isDerived: true })),
    returnedOn: optional(date({ isDerived: true })),
    returnCode: optional(text({ max: 40, isDerived: true })),
    returnText: optional(text({ max: 200, isDerived: true })),
    /** The line whose place it takes. */
    replaces: optional(reference('payments.line', { isDerived: true })),
    dropReason: optional(multiline({ max: 500 })),
    /** Where the person was registered when it was made. */
    division: division({ isDerived: true }),
    state: choice(['pending', 'paid', 'returned', 'replaced', 'dropped']),
  },
  scope: 'division',
  title: 'month',
  operations: ['export'],
  list: {
    columns: [
      'position',
      'person',
      'month',
      'kind',
      'net',
      'accountNumber',
      'holderName',
      'problem',
      'state',
      'paidOn',
      'returnCode',
      'returnText',
    ],
    filters: ['batch', 'person', 'programme', 'month', 'state', 'problem', 'isShared'],
    orders: ['month'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'pending',
    final: ['paid', 'dropped'],
    transitions: {
      pay: { from: 'pending', to: 'paid', by: 'system', requires: ['paidOn'] },
      giveBack: { from: 'pending', to: 'returned', by: 'system', requires: ['returnedOn', 'returnText'] },
      replace: { from: 'returned', to: 'replaced', by: 'system' },
      /** The line that took its place was let go of: it is open again. */
      revive: { from: 'replaced', to: 'returned', by: 'system' },
      drop: { from: ['pending', 'returned'], to: 'dropped', requires: ['dropReason'] },
    },
    waits: {
      pending: { owner: 'institution', clock: null, escape: 'pay' },
      returned: { owner: 'county', clock: null, escape: 'drop' },
      replaced: { owner: 'system', clock: null, escape: 'revive' },
    },
  },
})

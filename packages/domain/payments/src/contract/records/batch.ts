import {
  attachment,
  choice,
  date,
  declarationName,
  defineRecord,
  money,
  multiline,
  optional,
  reference,
  text,
  whole,
} from '@opendpf/kit'
import { month } from '../month.js'
import { bankFileTypes } from './exchange.js'

/** States in which a batch is no longer paid from, nor will be. */
export const endedStates = ['closed', 'dropped'] as const
/** States in which the money of a batch was given out: its lines count as issued. */
export const issuedStates = ['approved', 'filed', 'sent', 'reconciled', 'closed'] as const

/**
 * A payment batch (发放批次): what one programme pays to many persons out of one budget line, together. Checked by the clerk, approved by two
 * others, sent by a cashier who is neither of them, and closed once of each line is known what became of it. From its approval on nothing in
 * it is changed but that.
 */
export const batch = defineRecord({
  fields: {
    title: text({ max: 100, isDerived: true }),
    /** `<module>.<name>` of a declared programme. */
    programme: declarationName('programmes', { isDerived: true }),
    month: month({ isDerived: true }),
    /** The cycle of the programme that it pays; a batch of lines paid anew has none. */
    cycle: optional(text({ max: 36, isDerived: true })),
    budgetLine: reference('funds.budgetLine', { isDerived: true }),
    /** At most so many persons, where the programme has a quota. */
    quota: optional(whole({ min: 1, isDerived: true })),
    dueOn: date(),
    lines: whole({ isDerived: true, max: 10_000_000 }),
    /** What is to be paid out, in fen, deductions taken off. */
    amount: money({ isDerived: true }),
    paid: money({ isDerived: true }),
    returned: money({ isDerived: true }),
    /** Lines that cannot be paid as they are. */
    problems: whole({ isDerived: true, max: 10_000_000 }),
    sendBackReason: optional(multiline({ max: 500 })),
    sentOn: optional(date()),
    dropReason: optional(multiline({ max: 500 })),
    /** How its file looks. */
    template: optional(reference('payments.fileTemplate')),
    /** The file that came from the bank last, and on which day the bank paid. */
    paidOn: optional(date()),
    resultFile: optional(attachment({ privacy: 'S3', maxMegabytes: 20, types: bankFileTypes })),
    /** What the fund keeps for it. */
    reservation: optional(text({ max: 36, isDerived: true })),
    state: choice(['draft', 'checked', 'reviewed', 'approved', 'filed', 'sent', 'reconciled', 'closed', 'dropped']),
  },
  scope: { from: 'budgetLine' },
  title: 'title',
  operations: ['export'],
  list: {
    columns: ['title', 'programme', 'month', 'lines', 'amount', 'paid', 'returned', 'problems', 'dueOn', 'state'],
    filters: ['state', 'programme', 'month', 'budgetLine', 'dueOn', 'cycle'],
    orders: ['month', 'dueOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'draft',
    final: [...endedStates],
    transitions: {
      arrange: { from: 'draft', to: 'draft', requires: ['dueOn', 'template'] },
      refresh: { from: 'draft', to: 'draft' },
      verify: { from: 'draft', to: 'checked', requires: ['template'], guards: ['allPayable', 'isCovered'] },
      sendBack: { from: ['checked', 'reviewed'], to: 'draft', requires: ['sendBackReason'] },
      review: { from: 'checked', to: 'reviewed', notBy: ['verify'] },
      approve: {
        from: 'reviewed',
        to: 'approved',
        guards: ['allPayable', 'isCovered'],
        notBy: ['verify', 'review'],
        emits: 'batch.approved',
      },
      file: { from: 'approved', to: 'filed', by: 'system' },
      send: { from: 'filed', to: 'sent', requires: ['sentOn'], notBy: ['review', 'approve'], emits: 'batch.sent' },
      /** Books what the bank says, all of the file or nothing of it. */
      takeResult: { from: 'sent', to: 'sent', requires: ['paidOn', 'resultFile'], notBy: ['review', 'approve'] },
      reconcile: { from: 'sent', to: 'reconciled', guards: ['nothingPending'], emits: 'batch.reconciled' },
      close: { from: 'reconciled', to: 'closed', guards: ['returnsSettled'] },
      drop: { from: 'draft', to: 'dropped', requires: ['dropReason'] },
    },
    // when an allowance is paid is the programme's own promise, kept as the day it is due
    waits: {
      draft: { owner: 'county', clock: null, escape: 'verify' },
      checked: { owner: 'county', clock: null, escape: 'review' },
      reviewed: { owner: 'county', clock: null, escape: 'approve' },
      approved: { owner: 'system', clock: null, escape: 'file' },
      filed: { owner: 'county', clock: null, escape: 'send' },
      sent: { owner: 'institution', clock: null, escape: 'reconcile' },
      reconciled: { owner: 'county', clock: null, escape: 'close' },
    },
  },
})

import {
  choice,
  date,
  declarationName,
  defineRecord,
  division,
  money,
  multiline,
  optional,
  text,
  whole,
} from '@opendpf/kit'
import { month } from '../month.js'
import { programmesId } from '../programme.js'

/** States in which what a cycle grants can still change. */
export const unfrozenCycleStates = ['open', 'computing', 'computed', 'checked', 'approved', 'freezing'] as const

/**
 * What a programme grants in one month of one place (发放周期): computed as a job, checked difference by difference, approved by two, and frozen
 * with everybody's reason. What is frozen never changes; a mistake is put right in a later month.
 */
export const cycle = defineRecord({
  fields: {
    programme: declarationName(programmesId),
    month: month(),
    division: division(),
    /** How often it has been computed: a run that was told twice is done once. */
    run: whole({ isDerived: true, max: 1000 }),
    /** The day on which the register was asked. */
    askedOn: optional(date({ isDerived: true })),
    ruleVersion: optional(text({ max: 40, isDerived: true })),
    members: whole({ isDerived: true }),
    amount: money({ isDerived: true }),
    /** The part of the amount that is for earlier months. */
    arrears: money({ isDerived: true }),
    differences: whole({ isDerived: true }),
    frozenOn: optional(date({ isDerived: true })),
    problem: optional(multiline({ max: 1000, isDerived: true })),
    sendBackReason: optional(multiline({ max: 500 })),
    dropReason: optional(multiline({ max: 500 })),
    voucher: optional(text({ max: 100 })),
    paidOn: optional(date()),
    state: choice([...unfrozenCycleStates, 'frozen', 'handing', 'handed', 'paid', 'reconciled', 'closed', 'dropped']),
  },
  scope: 'division',
  title: 'programme',
  operations: ['create', 'export'],
  list: {
    columns: ['programme', 'month', 'division', 'state', 'members', 'amount', 'arrears', 'differences'],
    filters: ['programme', 'month', 'state', 'division'],
    orders: ['month'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'open',
    final: ['closed', 'dropped'],
    transitions: {
      compute: { from: ['open', 'computed', 'checked'], to: 'computing', guards: ['alone'] },
      finishComputing: { from: 'computing', to: 'computed', by: 'system' },
      failComputing: { from: 'computing', to: 'open', by: 'system', requires: ['problem'] },
      check: { from: 'computed', to: 'checked', guards: ['nothingOpen'] },
      approve: { from: 'checked', to: 'approved', notBy: ['check'] },
      /** The second of the two; the register is asked once more whether anything has changed. */
      confirm: {
        from: 'approved',
        to: 'freezing',
        guards: ['nothingOpen', 'nothingNew', 'withinBudget', 'withinQuota'],
        notBy: ['check', 'approve'],
      },
      sendBack: { from: ['checked', 'approved'], to: 'computed', requires: ['sendBackReason'] },
      finishFreezing: { from: 'freezing', to: 'frozen', by: 'system', emits: 'cycle.frozen' },
      /** To the engine of payments, where a deployment has it; what is paid another way is noted. */
      handOver: { from: 'frozen', to: 'handing', guards: ['payable'] },
      finishHandOver: { from: 'handing', to: 'handed', by: 'system' },
      failHandOver: { from: 'handing', to: 'frozen', by: 'system', requires: ['problem'] },
      notePaid: { from: ['frozen', 'handed'], to: 'paid', requires: ['paidOn', 'voucher'] },
      reconcile: { from: 'paid', to: 'reconciled' },
      close: { from: 'reconciled', to: 'closed', notBy: ['reconcile'], emits: 'cycle.closed' },
      drop: { from: ['open', 'computed', 'checked', 'approved'], to: 'dropped', requires: ['dropReason'] },
    },
    waits: {
      open: { owner: 'county', clock: null, escape: 'compute' },
      computing: { owner: 'system', clock: null, escape: 'finishComputing' },
      computed: { owner: 'county', clock: null, escape: 'check' },
      checked: { owner: 'county', clock: null, escape: 'approve' },
      approved: { owner: 'county', clock: null, escape: 'confirm' },
      freezing: { owner: 'system', clock: null, escape: 'finishFreezing' },
      frozen: { owner: 'county', clock: null, escape: 'notePaid' },
      handing: { owner: 'system', clock: null, escape: 'finishHandOver' },
      handed: { owner: 'county', clock: null, escape: 'notePaid' },
      paid: { owner: 'county', clock: null, escape: 'reconcile' },
      reconciled: { owner: 'county', clock: null, escape: 'close' },
    },
  },
})

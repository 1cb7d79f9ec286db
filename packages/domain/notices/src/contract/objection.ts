import { choice, date, defineRecord, multiline, optional, reference, text } from '@opendpf/kit'

/**
 * What somebody says against a line of a notice, or against all of it. Nobody has to say who he is; who he is and what he says are of the
 * class of informers.
 */
export const objection = defineRecord({
  fields: {
    notice: reference('notices.notice'),
    /** Without one it is about the whole notice. */
    line: optional(reference('notices.line')),
    text: multiline({ privacy: 'S4', storage: 'sealed', max: 2000 }),
    objectorName: optional(text({ privacy: 'S4', storage: 'sealed', max: 50 })),
    objectorContact: optional(text({ privacy: 'S4', storage: 'sealed', max: 100 })),
    channel: optional(choice(['page', 'counter', 'phone', 'letter'])),
    receivedOn: optional(date()),
    /** What the objector asks with how it ended. */
    receiptCode: text({ max: 20, isDerived: true }),
    decisionNote: optional(multiline({ privacy: 'S2', max: 1000 })),
    decidedBy: optional(text({ isDerived: true })),
    decidedOn: optional(date({ isDerived: true })),
    state: choice(['open', 'upheld', 'rejected', 'lapsed']),
  },
  scope: { from: 'notice' },
  title: 'receiptCode',
  operations: ['create', 'export'],
  list: {
    columns: ['receiptCode', 'notice', 'line', 'channel', 'receivedOn', 'state', 'decidedOn'],
    filters: ['state', 'channel', 'receivedOn', 'decidedOn'],
    orders: ['receivedOn'],
    direction: 'descending',
  },
  publicly: {
    of: { code: 'receiptCode' },
    fields: ['notice', 'receiptCode', 'receivedOn', 'decidedOn', 'state'],
    adds: ['notice', 'line', 'text', 'objectorName', 'objectorContact'],
  },
  workflow: {
    field: 'state',
    initial: 'open',
    final: ['upheld', 'rejected', 'lapsed'],
    transitions: {
      uphold: {
        from: 'open',
        to: 'upheld',
        requires: ['decisionNote'],
        guards: ['independent'],
        notBy: ['create'],
        emits: 'objection.upheld',
      },
      reject: {
        from: 'open',
        to: 'rejected',
        requires: ['decisionNote'],
        guards: ['independent'],
        notBy: ['create'],
        emits: 'objection.rejected',
      },
      /** The notice was withdrawn: there is nothing left to object to. */
      lapse: { from: 'open', to: 'lapsed', by: 'system' },
    },
    clocks: {
      // no law names a period for objections to notices; the outer one is that of petitions (信访工作条例 第 34 条)
      decision: { runs: ['open'], statutory: { days: 60 }, promised: { workingDays: 5 }, remind: 1 },
    },
    waits: { open: { owner: 'county', clock: 'decision', escape: 'reject' } },
  },
  sections: [
    {
      title: 'objection.section.objection',
      fields: ['notice', 'line', 'text', 'receivedOn', 'channel', 'receiptCode'],
    },
    { title: 'objection.section.objector', fields: ['objectorName', 'objectorContact'] },
    { title: 'objection.section.decision', fields: ['state', 'decisionNote', 'decidedBy', 'decidedOn'] },
  ],
})

import { choice, date, defineRecord, multiline, optional, reference, text } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'

/**
 * Somebody whom another department can help (部门转介): sent to it with what he needs, answered by it within a period, or taken back. The department
 * decides by its own rules; what is kept of that is its answer.
 */
export const referral = defineRecord({
  fields: {
    ...clientFields('残疾人', '转介对象'),
    department: reference('organisations.organisation', { headings: ['接收部门', '转介部门'] }),
    matter: choice(
      [
        'allowance',
        'extremely-poor',
        'temporary-relief',
        'medical-aid',
        'insurance',
        'employment',
        'housing',
        'schooling',
        'other',
      ],
      { headings: ['转介事项'] },
    ),
    sentOn: date({ headings: ['转介日期'] }),
    request: multiline({ privacy: 'S2', max: 1000, headings: ['情况和诉求'] }),
    answeredOn: optional(date({ headings: ['答复日期'] })),
    outcome: optional(choice(['granted', 'refused', 'not-responsible'], { headings: ['办理结果'] })),
    answer: optional(multiline({ privacy: 'S2', max: 1000, headings: ['答复内容'] })),
    withdrawReason: optional(text({ privacy: 'S2', max: 500 })),
    state: choice(['sent', 'answered', 'withdrawn']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'department', 'matter', 'sentOn', 'answeredOn', 'outcome', 'state'],
    filters: ['person', 'department', 'matter', 'outcome', 'state', 'sentOn', 'answeredOn'],
    orders: ['sentOn'],
    direction: 'descending',
  },
  sections: [
    { title: 'referral.section.sent', fields: ['person', 'department', 'matter', 'sentOn', 'request'] },
    { title: 'referral.section.answer', fields: ['answeredOn', 'outcome', 'answer'] },
  ],
  workflow: {
    field: 'state',
    initial: 'sent',
    final: ['answered', 'withdrawn'],
    transitions: {
      answer: { from: 'sent', to: 'answered', requires: ['answeredOn', 'outcome'] },
      withdraw: { from: 'sent', to: 'withdrawn', requires: ['withdrawReason'] },
    },
    clocks: { answer: { runs: ['sent'], statutory: { workingDays: 20 }, remind: 5 } },
    waits: { sent: { owner: 'other-department', clock: 'answer', escape: 'withdraw' } },
  },
})

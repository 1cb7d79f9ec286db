import { choice, date, defineRecord, multiline, optional, reference, text } from '@opendpf/kit'

/**
 * A single problem of one person (个人问题台账): who looks after it, what was answered, and whether he is content. It is handled within 60 days
 * (信访工作条例 第 34 条).
 */
export const problem = defineRecord({
  fields: {
    person: reference('persons.person'),
    category: choice([
      'certificate',
      'subsidy',
      'relief',
      'rehabilitation',
      'employment',
      'education',
      'housing',
      'care',
      'rights',
      'other',
    ]),
    raisedOn: date(),
    channel: choice(['visit', 'call', 'letter', 'online', 'survey']),
    text: multiline({ privacy: 'S2', max: 2000 }),
    owner: optional(text({ privacy: 'S2', max: 100 })),
    answer: optional(multiline({ privacy: 'S2', max: 2000 })),
    answeredOn: optional(date()),
    satisfaction: optional(choice(['content', 'fair', 'discontent'])),
    whyNot: optional(multiline({ privacy: 'S2', max: 500 })),
    state: choice(['recorded', 'assigned', 'answered', 'solved', 'explained']),
  },
  scope: { from: 'person' },
  title: 'category',
  list: {
    columns: ['person', 'category', 'raisedOn', 'owner', 'answeredOn', 'satisfaction', 'state'],
    filters: ['person', 'category', 'state', 'raisedOn', 'satisfaction'],
    orders: ['raisedOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'recorded',
    final: ['solved', 'explained'],
    transitions: {
      assign: { from: 'recorded', to: 'assigned', requires: ['owner'] },
      reply: { from: 'assigned', to: 'answered', requires: ['answer', 'answeredOn'] },
      takeUpAgain: { from: 'answered', to: 'assigned', requires: ['whyNot'] },
      solve: { from: 'answered', to: 'solved', requires: ['satisfaction'], emits: 'problem.solved' },
      explain: { from: 'answered', to: 'explained', requires: ['whyNot', 'satisfaction'] },
    },
    clocks: { handling: { runs: ['recorded', 'assigned'], statutory: { days: 60 }, remind: 5 } },
    waits: {
      recorded: { owner: 'town', clock: 'handling', escape: 'assign' },
      assigned: { owner: 'town', clock: 'handling', escape: 'reply' },
      answered: { owner: 'village', clock: null, escape: 'solve' },
    },
  },
})

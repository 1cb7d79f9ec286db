import { choice, date, defineRecord, multiline, optional, reference, text, whole } from '@opendpf/kit'

/**
 * The plan made for one person (量体裁衣): what he needs, which service meets it, by whom and by when. It begins with his open needs, is
 * agreed with him, and is looked at again at its end.
 */
export const plan = defineRecord({
  fields: {
    person: reference('persons.person'),
    /** The record in which the needs were found. */
    interview: optional(reference('surveys.interview')),
    madeOn: date(),
    goal: multiline({ privacy: 'S2', max: 500 }),
    responsible: text({ privacy: 'S2', max: 50 }),
    reviewOn: optional(date()),
    review: optional(multiline({ privacy: 'S2', max: 1000 })),
    /** Its services, and those of them that are done. */
    services: whole({ isDerived: true }),
    servicesDone: whole({ isDerived: true }),
    state: choice(['draft', 'agreed', 'reviewed']),
  },
  scope: { from: 'person' },
  title: 'goal',
  list: {
    columns: ['person', 'goal', 'responsible', 'madeOn', 'services', 'servicesDone', 'state'],
    filters: ['person', 'state', 'madeOn', 'interview'],
    orders: ['madeOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'draft',
    final: ['reviewed'],
    transitions: {
      agree: { from: 'draft', to: 'agreed', guards: ['isPlanned'], emits: 'plan.agreed' },
      review: { from: 'agreed', to: 'reviewed', requires: ['review'], guards: ['isSettled'] },
    },
    waits: {
      draft: { owner: 'village', clock: null, escape: 'agree' },
      agreed: { owner: 'town', clock: null, escape: 'review' },
    },
  },
})

/** One service of a plan: for which goal, what, by whom, by when. When it is done, so is the need that it is for. */
export const service = defineRecord({
  fields: {
    plan: reference('surveys.plan', { onRemove: 'remove' }),
    need: optional(reference('persons.need')),
    goal: text({ privacy: 'S2', max: 200 }),
    what: optional(text({ privacy: 'S2', max: 200 })),
    provider: optional(text({ privacy: 'S2', max: 100 })),
    dueOn: optional(date()),
    doneOn: optional(date()),
    outcome: optional(multiline({ privacy: 'S2', max: 500 })),
    state: choice(['open', 'done', 'dropped']),
  },
  scope: { from: 'plan' },
  title: 'goal',
  list: {
    columns: ['goal', 'what', 'provider', 'dueOn', 'doneOn', 'state'],
    filters: ['plan', 'need', 'state', 'dueOn'],
    orders: ['dueOn'],
  },
  workflow: {
    field: 'state',
    initial: 'open',
    final: ['done', 'dropped'],
    transitions: {
      finish: { from: 'open', to: 'done', requires: ['doneOn'], guards: ['isAgreed'] },
      drop: { from: 'open', to: 'dropped', requires: ['outcome'] },
    },
    waits: { open: { owner: 'village', clock: null, escape: 'finish' } },
  },
})

import { choice, date, defineRecord, division, multiline, optional, reference, text, year } from '@opendpf/kit'

export const planKinds = ['five-year', 'annual', 'town'] as const

/** A plan: of five years, of one year of the county, or of one year of a town. Once adopted, its targets change by amendments alone. */
export const plan = defineRecord({
  fields: {
    title: text({ max: 100 }),
    kind: choice(planKinds),
    division: division(),
    firstYear: year({ min: 1990, max: 2100 }),
    lastYear: year({ min: 1990, max: 2100 }),
    organisation: optional(reference('organisations.organisation')),
    /** An annual plan carries out a five-year plan, a town's plan the annual plan of its county. */
    parent: optional(reference('planning.plan')),
    /** 指导思想、目标和原则 */
    goals: optional(multiline({ max: 4000 })),
    document: optional(text({ max: 100 })),
    adoptedOn: optional(date({ isDerived: true })),
    remark: optional(multiline({ max: 1000 })),
    summary: optional(multiline({ max: 4000 })),
    state: choice(['draft', 'submitted', 'adopted', 'closed']),
  },
  scope: 'division',
  title: 'title',
  operations: ['create', 'update', 'remove', 'export'],
  list: {
    columns: ['title', 'kind', 'division', 'firstYear', 'lastYear', 'state', 'adoptedOn'],
    filters: ['kind', 'state', 'division', 'firstYear', 'lastYear', 'parent'],
    orders: ['firstYear'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'draft',
    final: ['closed'],
    transitions: {
      submit: { from: 'draft', to: 'submitted', guards: ['hasItems', 'isSound'] },
      takeBack: { from: 'submitted', to: 'draft', requires: ['remark'] },
      adopt: {
        from: 'submitted',
        to: 'adopted',
        requires: ['document'],
        guards: ['isSound'],
        notBy: ['submit'],
        emits: 'plan.adopted',
      },
      close: { from: 'adopted', to: 'closed', requires: ['summary'], emits: 'plan.closed' },
    },
    waits: {
      draft: { owner: 'county', clock: null, escape: 'submit' },
      submitted: { owner: 'county', clock: null, escape: 'adopt' },
      adopted: { owner: 'county', clock: null, escape: 'close' },
    },
  },
  sections: [
    {
      title: 'plan.part.plan',
      fields: ['title', 'kind', 'division', 'organisation', 'firstYear', 'lastYear', 'parent'],
    },
    { title: 'plan.part.text', fields: ['goals', 'summary'] },
    { title: 'plan.part.adoption', fields: ['state', 'document', 'adoptedOn', 'remark'] },
  ],
})

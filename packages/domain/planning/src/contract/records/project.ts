import { defineRecord, money, multiline, optional, reference, text, whole } from '@opendpf/kit'

/** A project of a five-year plan (重点项目): items with yearly targets belong to it. */
export const project = defineRecord({
  fields: {
    plan: reference('planning.plan'),
    title: text({ max: 100 }),
    text: optional(multiline({ max: 4000 })),
    ownerOrganisation: optional(reference('organisations.organisation')),
    /** What it is to cost over the years, in fen. */
    budget: optional(money()),
    position: whole({ max: 10_000 }),
  },
  scope: { from: 'plan' },
  title: 'title',
  operations: ['create', 'update', 'remove', 'export'],
  list: { columns: ['position', 'title', 'ownerOrganisation', 'budget', 'plan'], orders: ['position'] },
})

import { choice, defineRecord, multiline, optional, reference, text, whole } from '@opendpf/kit'

export const sectionKinds = ['tasks', 'measures', 'problems', 'next-year', 'other'] as const

/** A part of a plan under a heading, with text: tasks, measures, problems, what comes next year. Items stand under it. */
export const section = defineRecord({
  fields: {
    plan: reference('planning.plan'),
    kind: choice(sectionKinds),
    title: text({ max: 100 }),
    text: optional(multiline({ max: 4000 })),
    position: whole({ max: 10_000 }),
  },
  scope: { from: 'plan' },
  title: 'title',
  operations: ['create', 'update', 'remove', 'export'],
  list: { columns: ['position', 'title', 'kind', 'plan'], filters: ['kind'], orders: ['position'] },
})

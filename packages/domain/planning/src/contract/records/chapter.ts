import { defineRecord, multiline, optional, reference, text, whole } from '@opendpf/kit'

/** A part of an assessment scheme under a heading. */
export const chapter = defineRecord({
  fields: {
    scheme: reference('planning.scheme'),
    title: text({ max: 100 }),
    text: optional(multiline({ max: 2000 })),
    position: whole({ max: 10_000 }),
  },
  scope: { from: 'scheme' },
  title: 'title',
  operations: ['create', 'update', 'remove', 'export'],
  list: { columns: ['position', 'title', 'scheme'], orders: ['position'] },
})

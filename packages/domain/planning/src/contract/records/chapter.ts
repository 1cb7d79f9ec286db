import { defineRecord, multiline, optional, reference, text, whole } from '@opendpf/kit'

/** A part of an assessment scheme under a heading. */
export const chapter = defineRecord({
  fields: {
    scheme: reference('planning.scheme'),
    title: text({ max: 100 }),
    /** What the standard says that the criteria of the chapter come to. */
    points: optional(whole({ min: 1, max: 10_000 })),
    text: optional(multiline({ max: 2000 })),
    position: whole({ max: 10_000 }),
  },
  scope: { from: 'scheme' },
  title: 'title',
  operations: ['create', 'update', 'remove', 'export'],
  list: { columns: ['position', 'title', 'points', 'scheme'], orders: ['position'] },
})

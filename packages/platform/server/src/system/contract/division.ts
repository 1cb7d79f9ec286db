import { choice, date, defineRecord, flag, name, optional, text } from '@opendpf/kit'

/**
 * One administrative division (GB/T 2260, GB/T 10114, statistical village codes). Divisions change every year: one that ends keeps
 * its row with `validTo` and the code that follows it, and is never overwritten.
 */
export const division = defineRecord({
  fields: {
    code: text({ max: 12, isKey: true }),
    name: name({ privacy: 'S1' }),
    level: choice(['province', 'prefecture', 'county', 'town', 'village']),
    parent: optional(text({ max: 12 })),
    validFrom: optional(date()),
    validTo: optional(date()),
    successor: optional(text({ max: 12 })),
    isSynthetic: flag(),
  },
  scope: 'global',
  title: 'name',
  list: {
    columns: ['code', 'name', 'level', 'parent', 'validTo'],
    filters: ['level', 'parent', 'isSynthetic'],
    orders: ['code'],
  },
})

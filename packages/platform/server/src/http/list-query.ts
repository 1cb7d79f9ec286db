import type { ListQuery } from '@opendpf/kit'
import * as z from 'zod'

const filter = z.union([
  z.strictObject({ any: z.array(z.string().max(200)) }),
  z.strictObject({ from: z.string().max(40).optional(), to: z.string().max(40).optional() }),
  z.strictObject({ empty: z.boolean() }),
])

/** The shape of a list query in a body. */
export const listQuery = z.strictObject({
  filters: z.record(z.string(), filter).default({}),
  within: z.string().optional(),
  search: z.string().trim().min(1).max(100).optional(),
  lookup: z.strictObject({ field: z.string().max(60), value: z.string().max(64) }).optional(),
  order: z.strictObject({ by: z.string().max(60), direction: z.enum(['ascending', 'descending']) }).optional(),
  limit: z.number().optional(),
  cursor: z.string().max(1000).optional(),
})

/** zod leaves optional keys in with `undefined`; the query's type does not have them then. */
export function definedOnly(query: z.output<typeof listQuery>): ListQuery {
  return JSON.parse(JSON.stringify(query)) as ListQuery
}

import { isIsoDate, periodKinds } from '@opendpf/standards'
import * as z from 'zod'

const day = z.string().refine(isIsoDate)
const code = z.string().min(1).max(60)

/** A figure that is asked for, in a body. */
export const askedSchema = z.strictObject({
  indicator: z.string().min(3).max(120),
  from: day.optional(),
  to: day.optional(),
  division: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  filters: z.record(code, z.array(code).min(1).max(100)).optional(),
  by: code.optional(),
  asOf: z.iso.datetime().optional(),
})

export const queryBody = z.strictObject({ figures: z.array(askedSchema).min(1).max(500) })

export const listBody = z.strictObject({
  figure: askedSchema,
  limit: z.int().min(1).max(200).optional(),
  cursor: z.string().max(1000).optional(),
})

export const freezeBody = z.strictObject({ figure: askedSchema, purpose: z.string().trim().min(2).max(200) })

export const trendBody = z.strictObject({
  figure: askedSchema,
  kind: z.enum(periodKinds).exclude(['plan-year']),
  count: z.int().min(2).max(24),
})

export const breakdownFileBody = z.strictObject({
  figure: askedSchema.required({ by: true }),
  format: z.enum(['xlsx', 'csv']),
})

import { readFileSync } from 'node:fs'
import { figureUnits } from '@opendpf/figures'
import { serviceLines } from '@opendpf/planning'
import { parse } from 'yaml'
import * as z from 'zod'

const names = z.array(z.string().min(3)).min(1).optional()

const kindSchema = z.strictObject({
  line: z.enum(serviceLines),
  /** What the items ask of the product: that something can be done, that a rule holds, or that a number is reached. */
  asks: z.enum(['capability', 'rule', 'target']),
  /** How many items of real plans the kind stands for. */
  rows: z.int().min(1),
  zh: z.string().regex(/\p{Script=Han}/u),
  en: z.string().min(5),
  unit: z.enum(figureUnits),
  how: z.enum(['count', 'distinct', 'sum', 'share', 'median', 'record']),
  /** Dimensions that the figures are told by. */
  by: names,
  records: names,
  /** `<module>.<record>.<step>` */
  steps: names,
  programmes: names,
  /** `<method> <address>` of an answer that serves it. */
  routes: names,
  figures: z
    .array(
      z.strictObject({
        indicator: z.string().includes('.'),
        filters: z.record(z.string(), z.array(z.string()).min(1)).optional(),
        /** What the sample comes to, where it is known; otherwise more than none. */
        value: z.number().positive().optional(),
      }),
    )
    .min(1)
    .optional(),
})

/** One sort of thing that plans ask for, and what serves it. */
export type PlanKind = z.infer<typeof kindSchema>

/** How far a kind is served: told by figures or an answer, kept in records alone, or not at all. */
export type Standing = 'told' | 'kept' | 'open'

/** Reads the kinds of plan items; a mistake in the file names the kind and field. */
export function readPlanItems(): readonly PlanKind[] {
  const text = readFileSync(new URL('plan-items.yaml', import.meta.url), 'utf8')
  return z.array(kindSchema).parse(parse(text))
}

/** How far a kind is served. */
export function standingOf({ records, routes, figures }: PlanKind): Standing {
  if (figures || routes) return 'told'
  return records ? 'kept' : 'open'
}

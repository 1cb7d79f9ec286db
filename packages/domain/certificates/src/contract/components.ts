import { type DisabilityComponent, disabilityGrades } from '@opendpf/standards'
import * as z from 'zod'

const categories = ['1', '2', '3', '4', '5', '6'] as const

/**
 * The disabilities a certificate is made of (GB/T 26341-2010): one for a single disability, two or more for category 7. The grade of
 * the whole is that of the most severe (办法 第 13 条).
 */
export const componentsSchema = z
  .array(z.object({ category: z.enum(categories), grade: z.enum(disabilityGrades.codes) }))
  .min(1)
  .max(6)

/** What `componentsSchema` holds is what the standards compute with. */
export type Components = readonly DisabilityComponent[]

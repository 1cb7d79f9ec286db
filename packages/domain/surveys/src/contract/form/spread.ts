import * as z from 'zod'

/**
 * Which numbers are to be looked at once more before a record is checked. Nothing is refused for them: a number that is far off may be true.
 */
export const spreadSchema = z
  .strictObject({
    /**
     * Against the answers of the same town: further than so many times the distance of the quartiles below the lower or above the upper of
     * them, from so many answers on. The distance counts as one at least, so that where nearly everybody answers alike not everybody else
     * stands out.
     */
    town: z.strictObject({ distances: z.number().min(1).max(20), fewest: z.int().min(4).max(10_000) }).optional(),
    /** Against the answer of the campaign before: another number by more than this, in the unit of the question. */
    before: z.strictObject({ by: z.int().min(1).max(1_000_000) }).optional(),
  })
  .refine(({ town, before }) => town !== undefined || before !== undefined)
  .readonly()
export type Spread = z.output<typeof spreadSchema>

/** What a number was held against and stands out from. */
export const outlierReasons = ['low', 'high', 'before'] as const
export type OutlierReason = (typeof outlierReasons)[number]

import * as z from 'zod'

/**
 * What a county looks into about accounts before it pays: whoever is to be paid and has none, default accounts in another name that two have
 * not approved as they are now, all accounts in another name, and those that several persons have.
 */
export const accountFindings = ['missing', 'unapproved', 'other-name', 'shared'] as const
export type AccountFinding = (typeof accountFindings)[number]

/** What `POST /payments/account-findings` is asked with: `missing` lists persons, the others accounts. */
export const accountFindingsSchema = z.strictObject({
  finding: z.enum(accountFindings),
  /** Only of people of this division. */
  within: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  limit: z.int().min(1).max(200).optional(),
  cursor: z.string().max(500).optional(),
})

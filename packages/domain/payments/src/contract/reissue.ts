import * as z from 'zod'

/** So many returned lines can be chosen at once to be paid anew; without a choice all of a batch are. */
const mostReissued = 1000

/** What `POST /payments/reissues` is asked with. */
export const reissueSchema = z.strictObject({
  /** Id of the batch that lines came back of. */
  batch: z.string().max(36),
  lines: z.array(z.string().max(36)).min(1).max(mostReissued).optional(),
  /** Somebody answers for it that accounts which have not changed are right: the bank had another reason. */
  isAccountRight: z.boolean().default(false),
})

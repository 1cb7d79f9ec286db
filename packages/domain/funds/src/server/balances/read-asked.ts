import { OpenDpfError } from '@opendpf/errors'
import { isIsoDate } from '@opendpf/standards'
import * as z from 'zod'

/** Whose balances are asked for, on which day, and as known when. */
export interface BalancesAsked {
  /** `YYYY-MM-DD` */
  readonly date: string
  /** Id of a fund; all in sight without it. */
  readonly fund?: string | undefined
  /** An instant that is past, ISO 8601. */
  readonly asOf?: string | undefined
}

const one = <Schema extends z.ZodType<string>>(schema: Schema) => z.tuple([schema]).transform(([value]) => value)
const query = z.strictObject({
  date: one(z.string().refine(isIsoDate)).optional(),
  fund: one(z.uuid()).optional(),
  asOf: one(z.iso.datetime({ offset: true })).optional(),
})

/**
 * Reads the parameters of an address, each once. What they would narrow must not be passed over: a day or an instant to come, of which nothing
 * is known, is refused as well as a parameter that is none.
 *
 * @throws OpenDpfError `invalid-request` that names the parameter
 */
export function readAsked(
  given: Readonly<Record<string, readonly string[]>>,
  { today, now }: { readonly today: string; readonly now: Date },
): BalancesAsked {
  const read = query.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    throw invalid(issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : String(issue?.path[0]))
  }
  const { date = today, asOf, fund } = read.data
  if (date > today) throw invalid('date')
  if (asOf !== undefined && new Date(asOf) > now) throw invalid('asOf')
  return { date, fund, asOf }
}

const invalid = (what: string) => new OpenDpfError('invalid-request', { params: { what } })

import { bookOf, sumFor } from '@opendpf/eligibility'
import {
  isPaidByCode,
  type ParameterTable,
  paidBy,
  readFact,
  readParameters,
  valueFor,
} from '@opendpf/eligibility/asking'
import type { ModuleContext } from '@opendpf/kit/server'
import type { NamedProgramme } from '../../contract/index.js'
import { askedOn } from './find-differences.js'

type Context = Pick<ModuleContext, 'db' | 'registry' | 'provided' | 'today'>

/** Whom a standard is asked for. */
export interface PaidTo {
  readonly subject: string
  readonly division: string
}

/** What a programme pays somebody for a month, in fen; null where nobody has set it, or his grade is not known. */
export type Standards = (month: string, to: PaidTo) => Promise<number | null>

/** What holds in one month: what regions decided, and the code that each subject is paid by. */
interface Month {
  readonly table: ParameterTable
  readonly codes: Awaited<ReturnType<typeof readFact>>
}

/**
 * Reads the standards of a programme for some subjects as they held in each month: an earlier month keeps the one that held then, whatever was
 * decided since. Each month is read once for all of them, and what is known of them only where a region pays by it. Without a standard of its
 * own, a programme that decides each sum has none.
 */
export function standardsOf(
  context: Context,
  { amount, scheme: name }: Pick<NamedProgramme, 'amount' | 'scheme'>,
  subjects: readonly string[],
): Standards {
  const book = bookOf(context.registry)
  const scheme = amount.by === 'scheme' ? book.schemes.get(name) : undefined
  const parameter = scheme?.amount
  if (scheme === undefined || parameter === undefined) return async () => null
  const by = paidBy(scheme, book)
  const read = async (month: string): Promise<Month> => {
    const table = await readParameters(context, book, new Set([parameter]), { date: `${month}-01` })
    const isAsked = by !== undefined && isPaidByCode(scheme, table)
    return { table, codes: isAsked ? await codesIn(month, by, { context, subjects }) : new Map() }
  }
  const months = new Map<string, Promise<Month>>()
  return async (month, { subject, division }) => {
    const known = months.get(month) ?? read(month)
    months.set(month, known)
    const { table, codes } = await known
    return sumFor(valueFor(table, parameter, division)?.value, codes.get(subject) ?? null)
  }
}

/**
 * The code that subjects are paid by in a month: the one that held on its first day, so that a change counts from the month after it. Of
 * whom none was known then, who got his certificate in the month he applied, the one that is known in its course.
 */
async function codesIn(
  month: string,
  by: string,
  { context, subjects }: { readonly context: Context; readonly subjects: readonly string[] },
): Promise<Month['codes']> {
  const first = await readFact(context, by, { subjects, date: `${month}-01` })
  const others = subjects.filter((subject) => !first.has(subject))
  if (others.length === 0) return first
  const later = await readFact(context, by, { subjects: others, date: askedOn({ month }, context.today) })
  return new Map([...first, ...later])
}

import { bookOf } from '@opendpf/eligibility'
import { type ParameterTable, readParameters, valueFor } from '@opendpf/eligibility/asking'
import type { ModuleContext } from '@opendpf/kit/server'
import type { NamedProgramme } from '../../contract/index.js'

/** What a programme pays for a month in a place, in fen; null where nobody has set it. */
export type Standards = (month: string, division: string) => Promise<number | null>

/**
 * Reads the standards of a programme as they held in each month: an earlier month keeps the one that held then, whatever was decided since. Each
 * month is read once. Without a standard of its own, a programme that decides each sum has none.
 */
export function standardsOf(
  context: Pick<ModuleContext, 'db' | 'registry'>,
  { amount, scheme }: Pick<NamedProgramme, 'amount' | 'scheme'>,
): Standards {
  const book = bookOf(context.registry)
  const name = amount.by === 'scheme' ? book.schemes.get(scheme)?.amount : undefined
  const tables = new Map<string, Promise<ParameterTable>>()
  return async (month, division) => {
    if (name === undefined) return null
    const table = tables.get(month) ?? readParameters(context, book, new Set([name]), { date: `${month}-01` })
    tables.set(month, table)
    const value = valueFor(await table, name, division)?.value
    return typeof value === 'number' ? value : null
  }
}

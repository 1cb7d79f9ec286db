import type { Total } from '@opendpf/kit'
import type { Clock } from '@opendpf/standards'
import type { PageOptions } from './page-options.js'

/** Milliseconds for which a list that was longer than the bound is taken to be so still. */
const keptFor = 10_000
const mostKept = 1000

/** The part of a page's options that decides how long the whole list is. */
export type Counted = Pick<PageOptions, 'scope' | 'query' | 'asOf' | 'among'> & {
  readonly record: Pick<PageOptions['record'], 'ref'>
}

/**
 * Lists that were found longer than the bound of a total. Who turns pages, sorts anew or comes back to a list is told "more than" again
 * without a count, which for such lists costs more than the page. A total within the bound is never kept: it is exact, and one's own
 * new row is to be in it at once.
 */
export interface LargeTotals {
  /** What was said of the same list of the same territory a few seconds ago. */
  find(counted: Counted): Total | undefined
  keep(counted: Counted, total: Total): void
}

/** Keeps the totals in the memory of this process. */
export function createLargeTotals(clock: Clock): LargeTotals {
  const kept = new Map<string, { readonly total: Total; readonly at: number }>()
  const now = () => clock.now().getTime()
  return {
    find(counted) {
      const key = keyOf(counted)
      const known = key === undefined ? undefined : kept.get(key)
      if (key === undefined || !known) return undefined
      const age = now() - known.at
      if (age >= 0 && age < keptFor) return known.total
      kept.delete(key)
      return undefined
    },
    keep(counted, total) {
      const key = keyOf(counted)
      if (key === undefined || total.isExact) return
      // what is put in again comes last, so that the first is the one that was counted longest ago
      kept.delete(key)
      kept.set(key, { total, at: now() })
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    },
  }
}

/** What is searched for is a name or a number, which stays out of memory; the query of a module is not told apart by its text. */
function keyOf({ record, scope, query, asOf, among }: Counted): string | undefined {
  if (query.search !== undefined || query.lookup !== undefined || among !== undefined) return undefined
  const filters = Object.entries(query.filters).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([record.ref, scope, filters, query.within, asOf])
}

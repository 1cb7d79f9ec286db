import type { FundBalance } from '../contract/index.js'

/** The amounts of a fund, in the order in which they are read: what came in, what went out, what is left. */
export const amounts = ['received', 'transferredIn', 'spent', 'transferredOut', 'balance', 'reserved'] as const

/** Amounts in fen. */
export type Amounts = Readonly<Record<(typeof amounts)[number], number>>

/** What several funds have together, each amount by itself. */
export function totalsOf(funds: readonly FundBalance[]): Amounts {
  const sum = (name: (typeof amounts)[number]) => funds.reduce((total, fund) => total + fund[name], 0)
  return Object.fromEntries(amounts.map((name) => [name, sum(name)])) as Amounts
}

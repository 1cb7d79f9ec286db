import type { ModuleContext } from '@opendpf/kit/server'
import { leastFrom } from '../spending/index.js'

/** Money that is to go out of a fund on a day. */
export interface Outgoing {
  readonly fund: string
  readonly day: string
  /** In fen. */
  readonly amount: number
  /** Refuses it, with what the fund still has. */
  refuse(left: number): void
}

/** Refuses what a fund has not, on its day or on a later one. What goes out of a fund in one batch comes out of what is left together. */
export async function refuseOverdrawn(outgoing: readonly Outgoing[], { db }: Pick<ModuleContext, 'db'>): Promise<void> {
  for (const [fund, entries] of Map.groupBy(outgoing, (one) => one.fund)) {
    const first = entries.map(({ day }) => day).toSorted()[0] ?? ''
    let left = await leastFrom(db, fund, first)
    for (const { amount, refuse } of entries) {
      if (amount > left) refuse(left)
      else left -= amount
    }
  }
}

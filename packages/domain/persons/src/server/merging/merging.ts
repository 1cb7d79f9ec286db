import type { ModuleContext } from '@opendpf/kit/server'
import type { Ledger } from './ledger.js'

/** The two entries of a merge, and what to work with. */
export interface Merging {
  readonly keep: string
  readonly drop: string
  readonly context: ModuleContext
  readonly ledger: Ledger
}

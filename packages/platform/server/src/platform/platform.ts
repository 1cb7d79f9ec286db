import type { ScopedPool } from '@opendpf/database'
import type { Registry } from '@opendpf/kit'
import type { ModuleServer, Provided, RecordHooks } from '@opendpf/kit/server'
import type { Clock } from '@opendpf/standards'
import type { LargeTotals } from '../read/large-totals.js'
import type { AccessLog } from './access-log.js'
import type { Crypto } from './crypto.js'
import type { Divisions } from './divisions.js'

/** What every part of a running server shares. */
export interface Platform {
  readonly registry: Registry
  readonly servers: ReadonlyMap<string, ModuleServer>
  readonly pool: ScopedPool
  readonly crypto: Crypto
  readonly clock: Clock
  readonly divisions: Divisions
  readonly accessLog: AccessLog
  readonly largeTotals: LargeTotals
}

/** Reads what the server halves give to one of them. */
export function providedBy({ servers }: Pick<Platform, 'servers'>): Provided {
  return (to) =>
    new Map(
      [...servers.values()].flatMap(({ module, provides }) =>
        provides !== undefined && Object.hasOwn(provides, to) ? [[module.id, provides[to]]] : [],
      ),
    )
}

/** The hooks a module gave one of its records, if any. */
export function hooksOf(
  platform: Pick<Platform, 'servers'>,
  record: { readonly module: string; readonly name: string },
): RecordHooks | undefined {
  return (platform.servers.get(record.module)?.hooks as Readonly<Record<string, RecordHooks>> | undefined)?.[
    record.name
  ]
}

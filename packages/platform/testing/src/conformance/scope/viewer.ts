import type { Actor, PlacedRecord, Scope } from '@opendpf/kit'
import { isWithinScope, placeOf } from '@opendpf/kit'
import type { Sample } from '../../samples/index.js'
import type { Call } from '../../server/test-server.js'
import type { Subject } from '../subject.js'

/** Somebody posted at a division, and what he may see of a record. */
export interface Viewer {
  readonly record: PlacedRecord
  /** 12 digits. */
  readonly at: string
  readonly call: Call
  readonly actor: Actor
  readonly address: string
  /** Ids of all rows of the record within the viewer's territory. */
  readonly visible: ReadonlySet<string>
  readonly inside: readonly Sample[]
  readonly outside: readonly Sample[]
  /** The present instant of the server. */
  readonly now: string
}

/** Opens a viewer; which rows he may see is asked of the table itself, by a session that sees everything. */
export async function openViewer(
  record: PlacedRecord,
  { server }: Subject,
  { scope, at, samples }: { readonly scope: Scope; readonly at: string; readonly samples: readonly Sample[] },
): Promise<Viewer> {
  const rows = await server.platform.pool.use({ level: 'all' }, (session) =>
    session.query<{ id: string; division: string }>({ text: `select id, division from ${record.table}`, values: [] }),
  )
  const visible = new Set(rows.filter(({ division }) => isWithinScope(scope, placeOf(division))).map(({ id }) => id))
  return {
    record,
    at,
    call: server.as({ id: `viewer-${at}`, at }),
    actor: server.actor({ id: `viewer-${at}`, at }),
    address: server.path(record),
    visible,
    inside: samples.filter(({ id }) => visible.has(id)),
    outside: samples.filter(({ id }) => !visible.has(id)),
    now: server.clock.now().toISOString(),
  }
}

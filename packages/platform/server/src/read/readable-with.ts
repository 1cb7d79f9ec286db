import type { Actor, Filter, ListQuery, PlacedRecord } from '@opendpf/kit'
import { permissionFor } from '@opendpf/kit'
import type { Platform } from '../platform/platform.js'

type Reader = { readonly actor: Pick<Actor, 'permissions'>; readonly registry: Platform['registry'] }

/** Narrows a query to rows that are about records the actor may read, whatever else it asks for. */
export function narrowQuery(record: PlacedRecord, query: ListQuery, { actor, registry }: Reader): ListQuery {
  const field = record.readableWith
  if (field === undefined) return query
  const asked: Filter | undefined = query.filters[field]
  const readable = [...registry.records.values()]
    .filter((other) => actor.permissions.has(permissionFor(other, 'read')))
    .map(({ ref }) => ref)
    .filter((ref) => asked === undefined || !('any' in asked) || asked.any.includes(ref))
  return { ...query, filters: { ...query.filters, [field]: { any: readable } } }
}

/** Whether a row is about a record that the actor may read. One about a record that no module has any more is nobody's. */
export function isReadable(
  record: PlacedRecord,
  row: Readonly<Record<string, unknown>>,
  { actor, registry }: Reader,
): boolean {
  if (record.readableWith === undefined) return true
  const about = registry.records.get(String(row[record.readableWith]))
  return about !== undefined && actor.permissions.has(permissionFor(about, 'read'))
}

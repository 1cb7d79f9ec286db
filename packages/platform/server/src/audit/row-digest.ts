import type { AuditDigest } from '@opendpf/database'
import { digestOf } from '@opendpf/database'
import type { PlacedRecord } from '@opendpf/kit'
import { fieldsOf } from '@opendpf/kit'
import type { Row } from '../platform/codec.js'

const kept = ['id', 'version', 'recordedAt', 'recordedBy', 'division', 'county', 'town'] as const

/**
 * What an audit entry proves of a row: a keyed digest of its values as they are read, so that sealing a value anew under another key
 * changes nothing. Writing and verifying share it.
 */
export function digestOfRow(record: PlacedRecord, row: Row, digest: AuditDigest): string {
  const names = [...kept, ...fieldsOf(record).flatMap(({ name, meta }) => (meta.isVolatile ? [] : [name]))]
  return digestOf({ record: record.ref, ...Object.fromEntries(names.map((name) => [name, row[name]])) }, digest)
}

/** What the entry of a removal proves: that this row went. */
export function digestOfRemoval(record: PlacedRecord, id: string, digest: AuditDigest): string {
  return digestOf({ record: record.ref, id, removed: true }, digest)
}

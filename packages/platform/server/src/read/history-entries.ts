import type { HistoryEntry, PlacedRecord } from '@opendpf/kit'
import { fieldMeta, fieldsOf, hideValue, isMasked } from '@opendpf/kit'
import type { Row } from '../platform/codec.js'

/** A version as it is stored, and until when it held. */
export interface StoredVersion {
  readonly row: Row
  readonly until: string | null
}

/** What the audit log says of a version. */
export interface Deed {
  readonly version: number
  readonly at: string
  readonly action: string
  readonly actor: string
  readonly actor_name: string
}

/** The history of a row for a person, newest first: what changed from version to version, masked, and removals among them. */
export function historyEntries(
  record: PlacedRecord,
  versions: readonly StoredVersion[],
  deeds: readonly Deed[],
): readonly HistoryEntry[] {
  const byVersion = new Map(deeds.map((deed) => [deed.version, deed]))
  const entries = versions.flatMap(({ row, until }, index): HistoryEntry[] => {
    const before = versions[index - 1]?.row
    const deed = byVersion.get(row.version)
    const entry: HistoryEntry = {
      version: row.version,
      from: row.recordedAt,
      ...(until === null ? {} : { to: until }),
      by: row.recordedBy,
      byName: deed?.actor_name ?? '',
      action: deed?.action ?? 'update',
      changes: changesBetween(record, before, row),
    }
    const removal = byVersion.get(row.version + 1)
    if (until === null || removal?.action !== 'remove') return [entry]
    const next = versions[index + 1]?.row.recordedAt
    return [
      entry,
      {
        version: removal.version,
        from: until,
        ...(next === undefined ? {} : { to: next }),
        by: removal.actor,
        byName: removal.actor_name,
        action: 'remove',
        changes: [],
      },
    ]
  })
  return entries.toReversed()
}

function changesBetween(record: PlacedRecord, before: Row | undefined, row: Row): HistoryEntry['changes'] {
  const shown = (field: string, value: unknown): unknown => {
    const meta = fieldMeta(record, field)
    return value !== null && value !== undefined && isMasked(meta) ? hideValue(meta, value) : (value ?? null)
  }
  return fieldsOf(record)
    .filter(({ name }) => JSON.stringify(before?.[name] ?? null) !== JSON.stringify(row[name] ?? null))
    .map(({ name }) => ({ field: name, before: shown(name, before?.[name]), after: shown(name, row[name]) }))
}

import type { Session } from '@opendpf/database'
import type { PlacedRecord, Registry } from '@opendpf/kit'
import { fieldsOf, parentField, snakeCase } from '@opendpf/kit'
import type { Row, StoredRow } from '../platform/codec.js'
import { codecOf } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import type { StoredChange } from './write-session.js'

/**
 * What must follow when rows change: their children lie where they lie, and copies of their fields stay true. Found from the
 * declarations; one query for each kind of follower.
 */
export async function followers(
  record: PlacedRecord,
  changes: readonly StoredChange[],
  tools: { readonly platform: Platform; readonly session: Session },
): Promise<readonly { readonly record: PlacedRecord; readonly changes: readonly StoredChange[] }[]> {
  const updated = changes.flatMap(({ before, row }) => (before && row ? [{ before, row }] : []))
  if (updated.length === 0) return []
  const found: { record: PlacedRecord; changes: StoredChange[] }[] = []
  for (const { record: other, field } of tools.platform.registry.referencesTo(record.ref)) {
    const isChild = parentField(other) === field
    const copies = fieldsOf(other).flatMap(({ name, meta }) =>
      meta.copiedFrom?.reference === field ? [{ name, source: meta.copiedFrom.field }] : [],
    )
    const sources = new Map(
      updated
        .filter(
          ({ before, row }) =>
            (isChild && before.division !== row.division) ||
            copies.some(({ source }) => before[source] !== row[source]),
        )
        .map(({ row }) => [row.id, row]),
    )
    if (sources.size === 0) continue
    const codec = codecOf(other, tools.platform.crypto)
    const rows = await tools.session.query<StoredRow>({
      text: `select ${codec.list} from ${other.table} where ${snakeCase(field)} = any($1::text[]) order by id for update`,
      values: [[...sources.keys()]],
    })
    const following = rows.map(codec.decode).flatMap((before): StoredChange[] => {
      const source = sources.get(String(before[field]))
      if (!source) return []
      const place = isChild ? { division: source.division, county: source.county, town: source.town } : {}
      return [
        {
          record: other,
          action: 'follow',
          before,
          row: {
            ...before,
            ...place,
            ...Object.fromEntries(copies.map((copy) => [copy.name, source[copy.source] ?? null])),
          } as Row,
        },
      ]
    })
    if (following.length > 0) found.push({ record: other, changes: following })
  }
  return found
}

/** Whether copies of a record's fields may stand in rows of another territory: those of its children never do. */
export function hasFarFollowers(record: PlacedRecord, registry: Registry): boolean {
  return registry
    .referencesTo(record.ref)
    .some(
      ({ record: other, field }) =>
        parentField(other) !== field && fieldsOf(other).some(({ meta }) => meta.copiedFrom?.reference === field),
    )
}

import type { PlacedRecord } from '@opendpf/kit'
import { fieldsOf } from '@opendpf/kit'
import type { Row } from '../platform/codec.js'

/** The fields of a record that differ between two versions; of a row that is new or gone those that are filled. */
export function changedFields(
  record: PlacedRecord,
  { before, row }: { readonly before: Row | undefined; readonly row: Row | undefined },
): readonly string[] {
  const [one, other] = before && row ? [before, row] : [undefined, row ?? before]
  return fieldsOf(record)
    .map(({ name }) => name)
    .filter((name) => !isSame(one?.[name] ?? null, other?.[name] ?? null))
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))
}

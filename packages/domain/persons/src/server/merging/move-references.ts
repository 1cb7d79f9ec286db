import type { PlacedRecord, ReferencePlace } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '../../contract/index.js'
import type { AnyRow } from './ledger.js'
import type { Merging } from './merging.js'
import { moveAccounts, moveGuardians, moveMemberships, moveStatuses } from './own-rows.js'

/** Rows with rules of their own: what the general way would break is put right here. */
const special: Readonly<Record<string, (merging: Merging) => Promise<void>>> = {
  'persons.member.person': moveMemberships,
  'persons.status.person': moveStatuses,
  'persons.account.person': moveAccounts,
  'persons.guardian.person': (merging) => moveGuardians('person', merging),
  'persons.guardian.guardianPerson': (merging) => moveGuardians('guardianPerson', merging),
}

/**
 * Points every row of every module that refers to the dropped entry at the kept one. The places come from the declarations, so a
 * module that is added later is not forgotten.
 */
export async function moveReferences(merging: Merging): Promise<void> {
  const places = merging.context.registry.referencesTo(persons.records.person.ref)
  // pairs of likely duplicates are dealt with as pairs
  for (const place of places.filter(({ record }) => record.ref !== persons.records.duplicate.ref)) {
    const move = special[`${place.record.ref}.${place.field}`] ?? ((all: Merging) => moveRows(place, all))
    await move(merging)
  }
}

/** Moves rows; where one of a kind is enough, the kept entry's own stays and the other goes. A row that has ended (`until`) is history and always moves. */
async function moveRows(
  { record, field, onMerge }: ReferencePlace,
  { keep, drop, context, ledger }: Merging,
): Promise<void> {
  const rows = await rowsOf(record, field, drop, context)
  if (rows.length === 0) return
  const hasOwn = onMerge === 'keep-one' && (await rowsOf(record, field, keep, context)).some(isOpen)
  for (const row of rows) {
    if (hasOwn && isOpen(row)) await ledger.remove(record, row)
    else await ledger.change(record, row, { [field]: keep })
  }
}

/** All rows of a record that refer to somebody by a field. */
async function rowsOf(
  record: PlacedRecord,
  field: string,
  id: string,
  { read }: Pick<ModuleContext, 'read'>,
): Promise<readonly AnyRow[]> {
  return read.many(record, { [field]: id })
}

function isOpen(row: AnyRow & { readonly until?: unknown }): boolean {
  return row.until === null || row.until === undefined
}

import { allows, type Operation, type PlacedRecord, permissionFor } from '@opendpf/kit'
import { useCan } from './me.js'

/** Says whether a record type has an operation at all, and whether the signed-in person may do it. */
export function useMay(record: PlacedRecord): (operation: Operation) => boolean {
  const can = useCan()
  return (operation) => allows(record, operation) && can(permissionFor(record, operation))
}

import type { PlacedRecord } from '@opendpf/kit'
import type { FieldWidget } from '@opendpf/kit/admin'
import { useAdmin } from '../app/admin-context.js'

/** The module's own widget for a `data` field, if it has one. */
export function useWidget(record: PlacedRecord, field: string): FieldWidget | undefined {
  const { contributions } = useAdmin()
  return contributions.find((one) => one.module.id === record.module)?.widgets?.[`${record.name}.${field}`]
}

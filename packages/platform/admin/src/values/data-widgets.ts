import { fieldMeta, type PlacedRecord } from '@opendpf/kit'
import type { FieldWidget } from '@opendpf/kit/admin'
import { useAdmin } from '../app/admin-context.js'
import { plainWidget } from './plain-widgets.js'

/** What enters and shows a `data` field: the module's own widget, or the platform's for what is plain. */
export function useWidget(record: PlacedRecord, field: string): FieldWidget | undefined {
  const { contributions } = useAdmin()
  const own = contributions.find((one) => one.module.id === record.module)?.widgets?.[`${record.name}.${field}`]
  if (own) return own
  // sums and counts are numbers as well, but each is drawn by its kind
  return field in record.fields && fieldMeta(record, field).kind === 'data'
    ? plainWidget(record.fields[field])
    : undefined
}

import type { PlacedRecord, RecordAnswer, Registry } from '@opendpf/kit'
import { fieldMeta, parentField } from '@opendpf/kit'
import type { Crumb } from '../components/breadcrumb.js'
import { recordHref } from '../routing/links.js'

/** The way back from a child to the row it belongs to. */
export function parentCrumb(registry: Registry, record: PlacedRecord, row: RecordAnswer): Crumb | undefined {
  const field = parentField(record)
  const target = field === undefined ? undefined : registry.records.get(fieldMeta(record, field).target ?? '')
  const id = field === undefined ? undefined : row.fields[field]
  if (field === undefined || !target || typeof id !== 'string') return undefined
  return { to: recordHref(target, id), label: row.labels[field] ?? id }
}

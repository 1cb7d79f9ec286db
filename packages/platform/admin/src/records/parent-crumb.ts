import type { PlacedRecord, RecordAnswer, Registry } from '@opendpf/kit'
import { fieldMeta, parentField } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import type { Crumb } from '../components/breadcrumb.js'
import { labelsOf } from '../i18n/labels.js'
import { listHref, recordHref } from '../routing/links.js'

/** The row that a child belongs to. */
export function parentCrumb({
  registry,
  record,
  row,
  locale,
}: {
  readonly registry: Registry
  readonly record: PlacedRecord
  readonly row: RecordAnswer
  readonly locale: Locale
}): Crumb | undefined {
  const field = parentField(record)
  const target = field === undefined ? undefined : registry.records.get(fieldMeta(record, field).target ?? '')
  const id = field === undefined ? undefined : row.fields[field]
  if (field === undefined || !target || typeof id !== 'string') return undefined
  return { to: recordHref(target, id), label: labelsOf(registry, record, locale).title(row.labels[field] ?? id, field) }
}

/** The way to a row: its list, or for a child the parent's list and the parent. */
export function parentCrumbs(options: {
  readonly registry: Registry
  readonly record: PlacedRecord
  readonly row: RecordAnswer
  readonly locale: Locale
}): readonly Crumb[] {
  const { registry, record, locale } = options
  const parent = parentCrumb(options)
  const field = parentField(record)
  const top = parent && field ? registry.record(fieldMeta(record, field).target ?? '') : record
  return [{ to: listHref(top), label: registry.text(top.module, locale, top.name) }, ...(parent ? [parent] : [])]
}

import type { Registry } from '@opendpf/kit'
import { fieldMeta } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import { writeTemplate } from '@opendpf/sheets'
import { columnsOfKind } from './columns.js'
import type { ImportKind } from './kinds.js'
import { importTexts } from './messages.js'

/** The form of a kind to be filled in: one column for each field, with the choices of codes. What is filled in is understood when it comes back. */
export function importTemplate(
  kind: ImportKind,
  { registry, locale }: { readonly registry: Registry; readonly locale: Locale },
): AsyncGenerator<Uint8Array> {
  const columns = columnsOfKind(kind, registry).filter(({ aspect }) => aspect === 'whole' || aspect === 'mark')
  const lists = Object.fromEntries(
    columns.flatMap(({ address, list }) =>
      list ? [[address, list.entries.map(({ zh, en }) => (locale === 'zh-CN' ? zh : en))]] : [],
    ),
  )
  return writeTemplate({
    title: kind.title(locale),
    language: locale,
    notes: notesOf(kind, { registry, locale }),
    columns: columns.map(({ address, labels, spec, list }) => ({
      heading: labels[locale],
      kind: spec.kind,
      required: spec.required === true,
      ...(list ? { list: address } : {}),
    })),
    lists,
  })
}

/** What no sheet can carry is said, so that nobody looks for its column. */
function notesOf(
  { parts }: ImportKind,
  { registry, locale }: { readonly registry: Registry; readonly locale: Locale },
): readonly string[] {
  const labels = parts.flatMap(({ record, fields }) =>
    fields
      .filter((field) => fieldMeta(record, field).kind === 'attachments')
      .map((field) => registry.text(record.module, locale, `${record.name}.${field}`)),
  )
  if (labels.length === 0) return []
  return [messageOf(importTexts, locale, 'filesApart', { labels: labels.join(locale === 'zh-CN' ? '、' : ', ') })]
}

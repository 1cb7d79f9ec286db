import type { Registry } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { writeTemplate } from '@opendpf/sheets'
import { columnsOfKind } from './columns.js'
import type { ImportKind } from './kinds.js'

/** The form of a kind to be filled in: one column for each field, with the choices of codes. What is filled in is understood when it comes back. */
export function importTemplate(
  kind: ImportKind,
  { registry, locale }: { readonly registry: Registry; readonly locale: Locale },
): AsyncGenerator<Uint8Array> {
  const columns = columnsOfKind(kind, registry).filter(({ aspect }) => aspect === 'whole')
  const lists = Object.fromEntries(
    columns.flatMap(({ address, list }) =>
      list ? [[address, list.entries.map(({ zh, en }) => (locale === 'zh-CN' ? zh : en))]] : [],
    ),
  )
  return writeTemplate({
    title: kind.title(locale),
    language: locale,
    columns: columns.map(({ address, labels, spec, list }) => ({
      heading: labels[locale],
      kind: spec.kind,
      required: spec.required === true,
      ...(list ? { list: address } : {}),
    })),
    lists,
  })
}

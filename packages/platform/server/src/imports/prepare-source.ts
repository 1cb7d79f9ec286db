import { OpenDpfError } from '@opendpf/errors'
import type { Actor } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import type { SheetRow } from '@opendpf/sheets'
import type { FileStore } from '../files/file-store.js'
import type { Platform } from '../platform/platform.js'
import { createDivisionFinder } from './division-names.js'
import { fileOf, type ImportRow, kindFor, listDateOf } from './import-state.js'
import { importTexts } from './messages.js'
import { dataRows, type ImportSource, openSource, type SourceSheet, sheetsOfPlan } from './open-source.js'
import { type RowReader, readRow } from './read-row.js'
import type { RowDraft } from './row-draft.js'

/** An uploaded file, ready to be read with the fields that a person gave its columns. */
export interface PreparedSource {
  readonly source: ImportSource
  readonly sheets: readonly SourceSheet[]
  /** One per sheet. */
  readonly readers: readonly RowReader[]
  readerOf(draft: RowDraft): RowReader
  /** All data rows of all sheets, in batches. */
  batches(size: number): AsyncGenerator<readonly { readonly row: SheetRow; readonly draft: RowDraft }[]>
}

/**
 * Opens the file of an import with its plan.
 *
 * @throws OpenDpfError `invalid-input` when the file is gone, cannot be read, or does not fit the plan; `permission-denied`
 */
export async function prepareSource(
  row: ImportRow,
  options: { readonly platform: Platform; readonly files: FileStore; readonly actor: Actor; readonly locale: Locale },
): Promise<PreparedSource> {
  const { platform, files, actor, locale } = options
  const kind = kindFor(platform, row.kind, actor)
  const { plan } = row
  if (plan === null)
    throw new OpenDpfError('wrong-state', { params: { step: messageOf(importTexts, locale, 'planFirst') } })
  if (!(await files.has(fileOf(row.id))))
    throw new OpenDpfError('invalid-input', {
      fields: [{ path: 'file', code: 'fileGone', message: messageOf(importTexts, locale, 'fileGone') }],
    })
  await platform.divisions.ready()
  const source = await openSource(await files.readAll(fileOf(row.id)), {
    name: row.title,
    kind,
    registry: platform.registry,
    locale,
  })
  const sheets = await sheetsOfPlan(source, plan, locale)
  const divisions = createDivisionFinder(platform.divisions, actor.scope)
  const labels = new Map<string, string>()
  const labelOf = (part: number, field: string): string => {
    const key = `${part}.${field}`
    const record = kind.parts[part]?.record
    const label =
      labels.get(key) ??
      (record && field in record.fields
        ? platform.registry.text(record.module, locale, `${record.name}.${field}`)
        : messageOf(importTexts, locale, 'systemId'))
    labels.set(key, label)
    return label
  }
  const readers = sheets.map(
    ({ mapped }): RowReader => ({
      kind,
      mapped,
      locale,
      divisions,
      defaultDivision: plan.defaults.division,
      listDate: listDateOf(row, plan),
      labelOf,
    }),
  )
  const readerOf = ({ sheet }: RowDraft): RowReader => {
    const reader = readers[sheet]
    if (reader === undefined) throw new Error('a row belongs to a sheet of the plan')
    return reader
  }
  return {
    source,
    sheets,
    readers,
    readerOf,
    async *batches(size) {
      let batch: { row: SheetRow; draft: RowDraft }[] = []
      let position = 0
      for (const [index, sheet] of sheets.entries()) {
        const reader = readers[index]
        if (reader === undefined) continue
        for await (const each of dataRows(source, sheet)) {
          batch.push({ row: each, draft: readRow(each, { position, sheet: index }, reader) })
          position += 1
          if (batch.length < size) continue
          yield batch
          batch = []
        }
      }
      if (batch.length > 0) yield batch
    },
  }
}

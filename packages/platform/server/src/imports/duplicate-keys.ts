import type { FieldMeta } from '@opendpf/kit'
import { fieldMeta, readFormat } from '@opendpf/kit'
import { messageOf } from '@opendpf/messages'
import { cellAt, type SheetRow } from '@opendpf/sheets'
import { importTexts } from './messages.js'
import { dataRows, type ImportSource, type SourceSheet } from './open-source.js'
import { type RowReader, remark } from './read-row.js'
import { readValue } from './read-value.js'
import type { RowDraft } from './row-draft.js'

/** Where a value stands. */
interface Place {
  readonly sheet: number
  readonly number: number
}

/** What a first walk over the file finds: how many rows there are, and which of them hold the same key as another. */
export interface KeyWalk {
  readonly rows: number
  /** Adds a problem to a row whose key stands in other rows as well. */
  mark(draft: RowDraft, row: SheetRow, reader: RowReader): void
}

const namedAtMost = 5

/** Walks over all rows and collects the keys. Only what occurs twice is kept afterwards. */
export async function walkKeys(
  source: ImportSource,
  sheets: readonly SourceSheet[],
  readers: readonly RowReader[],
  signal?: AbortSignal,
): Promise<KeyWalk> {
  const first = new Map<string, Place>()
  const again = new Map<string, Place[]>()
  let rows = 0
  for (const [position, sheet] of sheets.entries()) {
    const reader = readers[position]
    if (reader === undefined) continue
    for await (const row of dataRows(source, sheet)) {
      rows += 1
      if (rows % 1000 === 0) signal?.throwIfAborted()
      for (const key of keysOfRow(row, reader)) {
        const place = { sheet: position, number: row.number }
        const known = first.get(key)
        if (known === undefined) first.set(key, place)
        else again.set(key, [...(again.get(key) ?? [known]), place])
      }
    }
  }
  return {
    rows,
    mark(draft, row, reader) {
      for (const mapped of keyColumns(reader)) {
        const places = again.get(keyOf(row, mapped, reader) ?? '')
        if (places === undefined) continue
        const shown = places
          .slice(0, namedAtMost)
          .map(({ sheet, number }) =>
            sheets.length > 1
              ? messageOf(importTexts, reader.locale, 'rowOfSheet', { sheet: sheets[sheet]?.name ?? '', number })
              : messageOf(importTexts, reader.locale, 'row', { number }),
          )
        const list = shown.join(reader.locale === 'zh-CN' ? '、' : ', ')
        const message = messageOf(importTexts, reader.locale, 'twiceInFile', {
          label: mapped.column.labels[reader.locale],
          rows: list,
        })
        draft.problems.push(remark(mapped, cellAt(row, mapped.index), { code: 'twiceInFile', message }))
      }
    },
  }
}

function keysOfRow(row: SheetRow, reader: RowReader): readonly string[] {
  return keyColumns(reader).flatMap((mapped) => keyOf(row, mapped, reader) ?? [])
}

function keyColumns({ mapped, kind }: RowReader): RowReader['mapped'] {
  return mapped.filter(
    ({ column }) =>
      column.aspect === 'id' || (column.aspect === 'whole' && kind.parts[column.part]?.key === column.field),
  )
}

/** A key in its normal form, apart for each column; undefined where there is none. */
function keyOf(row: SheetRow, { column, index }: RowReader['mapped'][number], reader: RowReader): string | undefined {
  const reading = readValue(column, cellAt(row, index), reader)
  if (reading.kind !== 'value') return undefined
  return `${column.address} ${normalKey(reader, column.part, column.field, String(reading.value))}`
}

/** A key as it is stored, so that two ways to write one number are one key. */
export function normalKey(reader: Pick<RowReader, 'kind'>, part: number, field: string, text: string): string {
  const record = reader.kind.parts[part]?.record
  return storedForm(record && field in record.fields ? fieldMeta(record, field).format : undefined, text)
}

/** A number in the form in which it is stored; what is none stays as it is. */
export function storedForm(format: FieldMeta['format'], text: string): string {
  const read = format === undefined ? undefined : readFormat(format, text)
  return read?.ok ? read.value : text.trim()
}

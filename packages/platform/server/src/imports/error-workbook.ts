import type { Actor } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { writeErrorWorkbook } from '@opendpf/sheets'
import type { FileStore } from '../files/file-store.js'
import type { Platform } from '../platform/platform.js'
import { readProblems } from './import-rows.js'
import type { ImportRow } from './import-state.js'
import { dataRows } from './open-source.js'
import { prepareSource } from './prepare-source.js'

/**
 * The refused rows as they were sent, each behind what is wrong with it, to be corrected and sent again: one sheet for each that has any.
 */
export async function errorWorkbook(
  row: ImportRow,
  options: { readonly platform: Platform; readonly files: FileStore; readonly actor: Actor; readonly locale: Locale },
): Promise<AsyncIterable<Uint8Array>> {
  const { platform, actor, locale } = options
  const { source, sheets } = await prepareSource(row, options)
  const problems = await platform.pool.use(actor.scope, (session) => readProblems(session, row.id, platform.crypto))
  const refusedIn = async function* (sheet: (typeof sheets)[number], position: number) {
    for await (const cells of dataRows(source, sheet)) {
      const found = problems.get(`${position} ${cells.number}`)
      if (found)
        yield {
          row: cells,
          problems: found.map(({ column, message }) => ({ text: message, ...(column === null ? {} : { column }) })),
        }
    }
  }
  const hasAny = (position: number): boolean => [...problems.keys()].some((key) => key.startsWith(`${position} `))
  const all = sheets.map((sheet, position) => ({ sheet, position }))
  const wanted = all.filter(({ position }) => hasAny(position))
  // a file without a refused row is answered with its headings alone
  return writeErrorWorkbook(
    (wanted.length > 0 ? wanted : all.slice(0, 1)).map(({ sheet, position }) => ({
      layout: sheet.layout,
      rows: refusedIn(sheet, position),
      language: locale,
      sheetName: sheet.name,
    })),
  )
}

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
 * The refused rows as they were sent, each behind what is wrong with it, to be corrected and sent again. Of a file with several sheets
 * it is the first sheet that has any.
 */
export async function errorWorkbook(
  row: ImportRow,
  options: { readonly platform: Platform; readonly files: FileStore; readonly actor: Actor; readonly locale: Locale },
): Promise<AsyncIterable<Uint8Array>> {
  const { platform, actor, locale } = options
  const { source, sheets } = await prepareSource(row, options)
  const problems = await platform.pool.use(actor.scope, (session) => readProblems(session, row.id, platform.crypto))
  const first = Math.max(
    0,
    sheets.findIndex((_, position) => [...problems.keys()].some((key) => key.startsWith(`${position} `))),
  )
  const sheet = sheets[first]
  if (sheet === undefined) throw new Error('a plan has at least one sheet')
  const refused = async function* () {
    for await (const cells of dataRows(source, sheet)) {
      const found = problems.get(`${first} ${cells.number}`)
      if (found)
        yield {
          row: cells,
          problems: found.map(({ column, message }) => ({ text: message, ...(column === null ? {} : { column }) })),
        }
    }
  }
  return writeErrorWorkbook({ layout: sheet.layout, rows: refused(), language: locale, sheetName: sheet.name })
}

import { streamRows } from '@opendpf/sheets'
import type { DemoOptions } from './people.js'
import { rosterColumns, rosterRows } from './roster.js'

/** The roster as a workbook, piece by piece: it goes through the importer like any county's. */
export function rosterWorkbook(options: DemoOptions): AsyncIterable<Uint8Array> {
  return streamRows({ columns: rosterColumns, rows: rosterRows(options), sheetName: '持证残疾人花名册' })
}

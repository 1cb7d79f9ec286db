import type { SheetRow } from '../cell/cell.js'
import { type OpenOptions, openSheet, readRows } from '../open/open-sheet.js'

/** The bytes that a writer yields, in one piece. */
export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(Buffer.concat(await collect(pieces)))
}

/** All rows of one sheet of a file. */
export async function rowsOf(
  bytes: Uint8Array,
  sheet: number | string = 0,
  options: OpenOptions = {},
): Promise<SheetRow[]> {
  return collect(readRows(await openSheet(bytes, options), sheet))
}

/** Everything that an iteration yields. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** The values of rows, empty cells as `null`. */
export function valuesOf(rows: readonly SheetRow[]): unknown[][] {
  return rows.map((row) => row.cells.map((cell) => cell.value))
}

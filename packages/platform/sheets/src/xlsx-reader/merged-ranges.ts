import type { CellRange } from '../cell/cell-range.js'
import { columnOf } from '../cell/column-name.js'
import { type XmlStream, xmlStream } from './xml-stream.js'

const mostRanges = 200_000
const longestMark = 128

/**
 * Finds the merged ranges of a sheet, which stand behind its rows: unpacks the sheet once and looks only at the end.
 * Ranges come sorted by their first row; those of one cell are left out.
 */
export async function readMergedRanges(pieces: AsyncIterable<Uint8Array>): Promise<readonly CellRange[]> {
  const ranges: CellRange[] = []
  let before = Buffer.alloc(0)
  let prefix: string | undefined
  let tail: XmlStream | undefined
  for await (const piece of pieces) {
    if (tail) {
      tail.write(piece)
      continue
    }
    const bytes = Buffer.concat([before, piece])
    prefix ??= prefixOfRoot(bytes)
    const mark = `</${prefix ?? ''}sheetData>`
    const at = bytes.indexOf(mark)
    if (at < 0) {
      before = bytes.subarray(Math.max(0, bytes.length - longestMark))
      continue
    }
    tail = tailStream(ranges, `<${prefix ?? ''}worksheet>`)
    tail.write(bytes.subarray(at + mark.length))
  }
  return ranges.sort((a, b) => a.fromRow - b.fromRow)
}

function prefixOfRoot(start: Buffer): string | undefined {
  const root = /<([\w.-]+:)?worksheet[\s>]/.exec(start.toString('latin1', 0, 4096))
  return root === null ? undefined : (root[1] ?? '')
}

function tailStream(ranges: CellRange[], root: string): XmlStream {
  const stream = xmlStream({
    open: (name, attributes) => {
      const range = name === 'mergeCell' ? rangeOf(attributes.ref ?? '') : undefined
      if (range && ranges.length < mostRanges) ranges.push(range)
    },
  })
  stream.write(Buffer.from(root))
  return stream
}

function rangeOf(reference: string): CellRange | undefined {
  const [from = '', to = ''] = reference.split(':')
  const range = { fromRow: rowOf(from), toRow: rowOf(to), fromColumn: columnOf(from), toColumn: columnOf(to) }
  if (range.fromRow < 0 || range.toRow < range.fromRow || range.toColumn < range.fromColumn) return undefined
  return range.fromRow === range.toRow && range.fromColumn === range.toColumn ? undefined : range
}

function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 0) - 1
}

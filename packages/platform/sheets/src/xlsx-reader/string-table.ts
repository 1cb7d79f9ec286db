import { unescapeSpreadsheetText } from './spreadsheet-text.js'
import { readXml, type XmlHandlers } from './xml-stream.js'

/** The texts that the cells of a workbook refer to by number. */
export interface StringTable {
  at(index: number): string | undefined
}

const pageSize = 1024 * 1024

/**
 * Reads the shared texts of a workbook into pages of UTF-8: millions of JavaScript strings would take several times
 * the memory. Phonetic guides (`rPh`) are left out.
 */
export async function readStringTable(pieces: AsyncIterable<Uint8Array>): Promise<StringTable> {
  const builder = stringTableBuilder()
  let text = ''
  let inText = false
  let inGuide = 0
  const handlers: XmlHandlers = {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 't') inText = inGuide === 0
      else if (name === 'rPh') inGuide++
    },
    text: (piece) => {
      if (inText) text += piece
    },
    close: (name) => {
      if (name === 'si') builder.add(unescapeSpreadsheetText(text))
      else if (name === 't') inText = false
      else if (name === 'rPh') inGuide--
    },
  }
  await readXml(pieces, handlers)
  return builder.table
}

/** A table without texts, for workbooks that write their texts into the cells. */
export const emptyStringTable: StringTable = { at: () => undefined }

function stringTableBuilder() {
  const pages: Buffer[] = []
  let page = Buffer.alloc(0)
  let used = 0
  let count = 0
  // three numbers a text: page, start, end
  let places = new Uint32Array(3 * 1024)
  const add = (text: string) => {
    const length = Buffer.byteLength(text)
    if (used + length > page.length) {
      page = Buffer.allocUnsafeSlow(Math.max(pageSize, length))
      pages.push(page)
      used = 0
    }
    page.write(text, used)
    if ((count + 1) * 3 > places.length) {
      const wider = new Uint32Array(places.length * 2)
      wider.set(places)
      places = wider
    }
    places.set([pages.length - 1, used, used + length], count * 3)
    used += length
    count++
  }
  const at = (index: number) => {
    if (!(index >= 0 && index < count)) return undefined
    const [pageNumber = 0, start, end] = places.subarray(index * 3, index * 3 + 3)
    return pages[pageNumber]?.toString('utf8', start, end)
  }
  return { add, table: { at } satisfies StringTable }
}

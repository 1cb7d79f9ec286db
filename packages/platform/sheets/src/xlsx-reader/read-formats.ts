import { builtInMeaning, type FormatMeaning, formatMeaning } from './number-format.js'
import { type XmlAttributes, xmlStream } from './xml-stream.js'

/** What the numbers in cells of a style (`s`) stand for. */
export type FormatTable = readonly FormatMeaning[]

/** Reads the style sheet for what matters here: which styles show a number as a date. */
export function readFormats(styleSheet: string): FormatTable {
  const custom = new Map<number, string>()
  const styles: number[] = []
  let inCellFormats = false
  const stream = xmlStream({
    open: (name, attributes: XmlAttributes) => {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) styles.push(Number(attributes.numFmtId ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  stream.write(Buffer.from(styleSheet))
  stream.end()
  return styles.map((format) => {
    const code = custom.get(format)
    return code === undefined ? builtInMeaning(format) : formatMeaning(code)
  })
}

import type { WordTable } from '../tables.js'

/** So many halves of a character fit beside each other in a line of the title. */
const titleWidth = 38
/** A column is as wide as its longest words, within these, in halves of a character. */
const narrowest = 6
const widest = 28

/** How wide a text is, in halves of a character: Chinese characters are whole ones, Latin letters and digits halves. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u00ff' ? 2 : 1), 0)
}

/** A title in lines of about one length, none of which parts a word: the last one is never a single character. */
export function titleLines(title: string): readonly string[] {
  const lines: string[] = []
  let rest = title
  for (let count = Math.ceil(widthOf(title) / titleWidth); count > 1; count -= 1) {
    const line = beginning(rest, widthOf(rest) / count)
    lines.push(line.trim())
    rest = rest.slice(line.length)
  }
  return [...lines, rest.trim()].filter((line) => line !== '')
}

/** The words of a text that come closest to a width, and fit into a line. */
function beginning(text: string, width: number): string {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)]
  const ends = words.map(({ index, segment }) => text.slice(0, index + segment.length))
  const fitting = ends.filter((end) => widthOf(end) <= titleWidth)
  const distance = (end: string) => Math.abs(widthOf(end) - width)
  return fitting.reduce((best, end) => (distance(end) < distance(best) ? end : best), fitting[0] ?? text)
}

/** The widths of a table's columns, which share a width out by how much stands in them. */
export function columnWidths({ heads, rows }: Pick<WordTable, 'heads' | 'rows'>, whole: number): readonly number[] {
  const wanted = heads.map((head, column) => {
    // a short head stays in one line, a long one in two
    const ofHead = Math.max(widthOf(head) / 2, Math.min(widthOf(head), 8))
    const longest = Math.max(ofHead, ...rows.map((row) => widthOf(row[column] ?? '')))
    return Math.min(widest, Math.max(narrowest, longest)) + 2
  })
  const sum = wanted.reduce((one, other) => one + other, 0)
  return wanted.map((width) => Math.floor((width / sum) * whole))
}

/**
 * How far from the right edge the name of who issues a document and its date end, in halves of a character: the date four characters, the
 * name in the middle above it, and where it is the longer one, both so that it stays two from the edge (GB/T 9704, 7.3.5).
 */
export function signatureIndents(issuer: string, date: string): { readonly issuer: number; readonly date: number } {
  const over = Math.round((widthOf(date) - widthOf(issuer)) / 2)
  const ofDate = Math.max(8, 4 - over)
  return { issuer: ofDate + over, date: ofDate }
}

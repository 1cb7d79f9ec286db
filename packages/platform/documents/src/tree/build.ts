import type {
  Block,
  Frame,
  Heading,
  Letterhead,
  ListTable,
  NumberedList,
  PageBreak,
  Paragraph,
  Picture,
  Seal,
  Signatures,
  Space,
  Title,
} from './blocks.js'
import type { Text } from './inline.js'

type Without<B extends Block, Given extends string = 'kind'> = Omit<B, Given | 'kind'>

export const title = (text: string, under?: string): Title => ({
  kind: 'title',
  text,
  ...(under === undefined ? {} : { under }),
})
export const heading = (text: string, level: Heading['level'] = 1): Heading => ({ kind: 'heading', text, level })
export const paragraph = (text: Text, options: Without<Paragraph, 'text'> = {}): Paragraph => ({
  kind: 'paragraph',
  text,
  ...options,
})
export const numbered = (items: readonly Text[]): NumberedList => ({ kind: 'list', items })
export const letterhead = (options: Without<Letterhead>): Letterhead => ({ kind: 'letterhead', ...options })
export const seal = (options: Without<Seal>): Seal => ({ kind: 'seal', ...options })
export const signatures = (...lines: readonly (readonly string[])[]): Signatures => ({ kind: 'signatures', lines })
export const picture = (options: Without<Picture>): Picture => ({ kind: 'picture', ...options })
export const frame = (options: Without<Frame>): Frame => ({ kind: 'frame', ...options })
export const space = (height: number): Space => ({ kind: 'space', height })
export const pageBreak: PageBreak = { kind: 'break' }

/**
 * A list of rows.
 *
 * @throws Error when a row has not as many cells as there are columns
 */
export function table(options: Without<ListTable>): ListTable {
  const odd = options.rows.findIndex((row) => row.length !== options.columns.length)
  if (odd >= 0) throw new Error(`row ${odd + 1} of the table “${options.label}” does not fill its columns`)
  return { kind: 'table', ...options }
}

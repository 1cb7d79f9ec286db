/** What of an item stands in the text. */
export const figureWords = ['title', 'target', 'result', 'share'] as const
export type FigureWord = (typeof figureWords)[number]

/** How each is written in a text, in Chinese or English. */
const written: Readonly<Record<string, FigureWord>> = {
  项目: 'title',
  目标: 'target',
  完成: 'result',
  完成率: 'share',
  title: 'title',
  target: 'target',
  result: 'result',
  share: 'share',
}

/** A piece of text, or something of an item that its figures say. */
export type Piece = { readonly text: string } | { readonly item: string; readonly word: FigureWord }

/** A heading of one of four levels, or a paragraph; with the line that it stands on, counted from 1. */
export interface NarrativeLine {
  readonly line: number
  readonly level: 1 | 2 | 3 | 4 | undefined
  readonly pieces: readonly Piece[]
}

/** What of a text cannot be read. */
export interface NarrativeProblem {
  readonly line: number
  readonly problem: 'placeholder' | 'item' | 'level'
  readonly what: string
}

export interface Narrative {
  readonly lines: readonly NarrativeLine[]
  readonly problems: readonly NarrativeProblem[]
}

const placeholder = /\{\{([^{}]*)\}\}/g
const heading = /^(#{1,4})\s+(.*)$/

/**
 * Reads the text of a report: each line is a paragraph, or a heading behind one to four #. `{{3.2 完成}}` stands for the result of item 3.2;
 * a name that is not among the items, or a word that is not known, is a problem and never left out.
 */
export function readNarrative(text: string, items: ReadonlySet<string>): Narrative {
  const lines: NarrativeLine[] = []
  const problems: NarrativeProblem[] = []
  let deepest = 0
  for (const [index, raw] of text.split('\n').entries()) {
    const line = index + 1
    const words = raw.trim()
    if (words === '') continue
    const match = heading.exec(words)
    const level = match?.[1]?.length as NarrativeLine['level']
    if (level !== undefined) {
      // a heading stands under one of the level above, for whoever goes through the document by its headings
      if (level > deepest + 1) problems.push({ line, problem: 'level', what: words })
      deepest = level
    }
    lines.push({ line, level, pieces: piecesOf(match?.[2] ?? words, { line, items, problems }) })
  }
  return { lines, problems }
}

function piecesOf(
  words: string,
  { line, items, problems }: { line: number; items: ReadonlySet<string>; problems: NarrativeProblem[] },
): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of words.matchAll(placeholder)) {
    pieces.push({ text: words.slice(end, match.index) })
    end = match.index + match[0].length
    const [item = '', name = '', ...more] = (match[1] ?? '').trim().split(/\s+/)
    const word = more.length === 0 ? written[name] : undefined
    if (word === undefined) problems.push({ line, problem: 'placeholder', what: match[0] })
    else if (items.has(item)) pieces.push({ item, word })
    else problems.push({ line, problem: 'item', what: item })
  }
  const rest = words.slice(end)
  const open = /\{\{|\}\}/.exec(pieces.map((piece) => ('text' in piece ? piece.text : '')).join('') + rest)
  if (open) problems.push({ line, problem: 'placeholder', what: open[0] })
  return [...pieces, { text: rest }].filter((piece) => !('text' in piece) || piece.text !== '')
}

import type { Locale } from '@opendpf/messages'
import { outlineNumber } from '@opendpf/standards'
import { readNarrative } from '../narrative/narrative.js'
import type { ReportedItem, ReportFigures } from '../records/report-figures.js'
import { itemWords } from './item-words.js'

/** A piece of a line; a figure has the number of the item that says it. */
export interface Run {
  readonly text: string
  readonly item?: string
}

/** What a report is made of, without a word on how it looks. */
export type Block = { /** Of the text, counted from 1. */ readonly line: number } & (
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2 | 3 | 4
      /** As official documents number it: 一、 （一） 1. （1） */
      readonly number: string
      readonly runs: readonly Run[]
    }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
)

/** The words of a report with its figures in them. What cannot be read is left out of a document: it was refused when it was written. */
export function contentOf(narrative: string, figures: ReportFigures, locale: Locale): readonly Block[] {
  const items = new Map(figures.items.map((item) => [item.number, item]))
  const counts = [0, 0, 0, 0]
  return readNarrative(narrative, new Set(items.keys())).lines.map(({ line, level, pieces }): Block => {
    const runs = pieces.map((piece): Run => {
      if ('text' in piece) return { text: piece.text }
      return { text: itemWords(items.get(piece.item) as ReportedItem, piece.word, locale), item: piece.item }
    })
    if (level === undefined) return { line, kind: 'paragraph', runs }
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    counts.fill(0, level)
    return { line, kind: 'heading', level, number: outlineNumber(level, counts[level - 1] ?? 1), runs }
  })
}

import type { Block } from './blocks.js'

/** Paper in millimetres: A4 upright unless a form has a format of its own. */
export interface Paper {
  readonly width: number
  readonly height: number
  readonly margin: { readonly top: number; readonly bottom: number; readonly inside: number; readonly outside: number }
}

/** A4 with the margins of a form that is filed on the left. */
export const a4: Paper = { width: 210, height: 297, margin: { top: 25, bottom: 22, inside: 26, outside: 22 } }

/** A4 with the margins of an official letter (GB/T 9704-2012). */
export const letterPaper: Paper = { width: 210, height: 297, margin: { top: 37, bottom: 35, inside: 28, outside: 26 } }

/** One document: what it is called, on what paper, and what stands in it. It holds no layout beyond that. */
export interface DocumentTree {
  /** The title of the file, read out first. */
  readonly title: string
  readonly paper?: Paper
  /** Size of the text in points. Default 12 (小四号). */
  readonly size?: number
  /** 第x页 共y页 at the foot. Default true. */
  readonly hasPageNumbers?: boolean
  /** How many pages it comes to, where that is known: many documents in one file are then laid out in one go. */
  readonly pages?: number
  readonly body: readonly Block[]
}

const kinds: ReadonlySet<string> = new Set<Block['kind']>([
  'title',
  'heading',
  'paragraph',
  'list',
  'fields',
  'table',
  'letterhead',
  'seal',
  'signatures',
  'picture',
  'frame',
  'space',
  'break',
])

/**
 * A document that somebody made, as one that can be laid out.
 *
 * @throws Error naming a kind of block that there is not
 */
export function documentTreeOf(
  made: Pick<DocumentTree, 'title'> & { readonly body: readonly { readonly kind: string }[] },
): DocumentTree {
  const strange = made.body.find(({ kind }) => !kinds.has(kind))
  if (strange)
    throw new Error(`the document “${made.title}” has a block of the kind “${strange.kind}”, which there is not`)
  return made as DocumentTree
}

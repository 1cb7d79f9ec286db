import type { FieldTable } from './field-table.js'
import type { Text } from './inline.js'

/** The name of a form, large and centred above it. */
export interface Title {
  readonly kind: 'title'
  readonly text: string
  /** A line below: the number of the case, or for whom. */
  readonly under?: string
}

export interface Heading {
  readonly kind: 'heading'
  readonly text: string
  readonly level: 1 | 2
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: Text
  /** Two characters in, as Chinese paragraphs begin. Default true. */
  readonly isIndented?: boolean
  readonly align?: 'start' | 'centre' | 'end'
}

/** Numbered lines. */
export interface NumberedList {
  readonly kind: 'list'
  readonly items: readonly Text[]
}

/** A list of rows below a heading row that is repeated on every page. */
export interface ListTable {
  readonly kind: 'table'
  readonly label: string
  readonly columns: readonly {
    readonly heading: string
    readonly width: number
    readonly align?: 'start' | 'centre'
  }[]
  readonly rows: readonly (readonly string[])[]
}

/** The head of an official letter (红头): the office in red, the number of the letter, a red line. */
export interface Letterhead {
  readonly kind: 'letterhead'
  readonly office: string
  readonly number?: string
}

/** Who signs (落款): the office above its date in Chinese numerals, on the right, with room for the seal. */
export interface Seal {
  readonly kind: 'seal'
  readonly office: string
  /** In words: 二〇二六年六月十五日. */
  readonly date: string
  readonly note?: string
}

/** Lines to be signed by hand: what is signed, and the blank behind it. */
export interface Signatures {
  readonly kind: 'signatures'
  readonly lines: readonly (readonly string[])[]
}

/** A picture, with what it shows for those who cannot see it. */
export interface Picture {
  readonly kind: 'picture'
  readonly format: 'png' | 'jpg'
  readonly bytes: Uint8Array
  readonly alt: string
  /** Millimetres. */
  readonly width: number
  readonly align?: 'start' | 'centre' | 'end'
}

/** A frame where something is put later: a photo, a code that is printed elsewhere. */
export interface Frame {
  readonly kind: 'frame'
  readonly text: string
  /** Millimetres. */
  readonly width: number
  readonly height: number
  readonly align?: 'start' | 'centre' | 'end'
}

/** Room between two blocks, in millimetres. */
export interface Space {
  readonly kind: 'space'
  readonly height: number
}

export interface PageBreak {
  readonly kind: 'break'
}

export type Block =
  | Title
  | Heading
  | Paragraph
  | NumberedList
  | FieldTable
  | ListTable
  | Letterhead
  | Seal
  | Signatures
  | Picture
  | Frame
  | Space
  | PageBreak

import type { FieldOf, PlacedRecord, Registry, RowOf } from '../contract/index.js'
import type { Reader } from './rows.js'

/**
 * What a document may look at: rows that whoever prints may read himself, in his territory. Values that are masked elsewhere come masked,
 * except those that the document declares to reveal, which are logged.
 */
export type DocumentReader = Pick<Reader, 'one' | 'many'>

/** What a document is made with, beside its row. */
export interface DocumentContext {
  /** The business date, YYYY-MM-DD in Asia/Shanghai. */
  readonly today: string
  readonly registry: Registry
  readonly read: DocumentReader
  /** The county that the row lies in, in words: 示例县. */
  readonly county: string
  /** A place in words, from its 12-digit code: 示例县城关镇东街村. */
  placeOf(division: string | null): string
  /** The values of a row in the words that a list would show; an empty one is an empty text. Chinese, as every official paper. */
  words<R extends PlacedRecord>(record: R, row: RowOf<R>): Promise<Readonly<Record<FieldOf<R>, string>>>
}

/**
 * What stands in a document, as far as the contract knows it: a title and blocks of named kinds. `DocumentTree` of `@opendpf/documents` is
 * one, and its builders make it; the platform refuses a kind that it cannot lay out.
 */
export interface MadeDocument {
  readonly title: string
  readonly body: readonly { readonly kind: string }[]
}

/** Makes a document from a row, whose values are masked as the declaration says. */
export type DocumentMaker<R extends PlacedRecord = PlacedRecord> = (
  row: RowOf<R>,
  context: DocumentContext,
) => Promise<MadeDocument> | MadeDocument

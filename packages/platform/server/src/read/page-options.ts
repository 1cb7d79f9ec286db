import type { ListQuery, PlacedRecord, Scope } from '@opendpf/kit'
import type { Codec, Row } from '../platform/codec.js'

/** What one page of a list is read by. */
export interface PageOptions {
  readonly record: PlacedRecord
  readonly codec: Codec
  readonly scope: Scope
  readonly query: ListQuery
  /** Fields whose columns are read and opened. */
  readonly fields: readonly string[]
  readonly asOf?: string | undefined
}

export interface Page {
  readonly rows: readonly Row[]
  readonly next?: string
}

import type { ListQuery, PlacedRecord, Scope, Total } from '@opendpf/kit'
import type { Among } from '@opendpf/kit/server'
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
  /** The rows that the list is narrowed to. */
  readonly among?: Among | undefined
}

export interface Page {
  readonly rows: readonly Row[]
  readonly next?: string
  /** There when it came with the page. */
  readonly total?: Total
}

import type { ImportColumn } from './columns.js'

/** A column of the file that was given a field. */
export interface MappedColumn {
  readonly index: number
  readonly heading: string
  readonly column: ImportColumn
}

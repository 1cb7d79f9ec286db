import type { ListQuery, PlacedRecord } from '@opendpf/kit'

/** Which list is taken out. */
export interface ExportProps {
  readonly record: PlacedRecord
  readonly query: ListQuery
  /** Rows that a module answers by a query of its own, instead of the whole list. */
  readonly rows?: { readonly of: string; readonly asked: object } | undefined
}

import type { ListQuery, PlacedRecord } from '@opendpf/kit'
import { isSettled } from './conditions.js'
import type { PageOptions } from './page-options.js'

/** The order a list has when nobody chose one. */
export function orderOf(
  record: PlacedRecord,
  query: ListQuery,
): { readonly by: string; readonly direction: 'ascending' | 'descending' } {
  return query.order ?? { by: record.list.orders[0], direction: record.list.direction ?? 'ascending' }
}

/** Whether the order of a list settles the way through the database, whatever the values of its filters. */
export function isSettledPage({
  record,
  query,
  asOf,
  among,
}: Pick<PageOptions, 'record' | 'query' | 'asOf' | 'among'>): boolean {
  return (
    asOf === undefined &&
    among === undefined &&
    query.search === undefined &&
    isSettled(query, orderOf(record, query).by)
  )
}

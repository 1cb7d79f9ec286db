import type { ListOrder, ListQuery, PlacedRecord } from '@opendpf/kit'

/** The order in force: the one asked for, or the one the list opens with. */
export function orderOf(record: PlacedRecord, query: ListQuery): ListOrder {
  return query.order ?? { by: record.list.orders[0], direction: record.list.direction ?? 'ascending' }
}

/** What pressing a column's heading asks for: that column, or the other way round. */
export function nextOrder(present: ListOrder, by: string): ListOrder {
  if (present.by !== by) return { by, direction: 'ascending' }
  return { by, direction: present.direction === 'ascending' ? 'descending' : 'ascending' }
}

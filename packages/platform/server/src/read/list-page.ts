import type { Session } from '@opendpf/database'
import type { ListQuery, PlacedRecord } from '@opendpf/kit'
import { defaultLimit, snakeCase } from '@opendpf/kit'
import type { Row, StoredRow } from '../platform/codec.js'
import { filterSql, parameters, scopeSql } from './conditions.js'
import type { Cursor, OrderKey } from './cursor.js'
import { isKeyOf, readCursor, writeCursor } from './cursor.js'
import type { Page, PageOptions } from './page-options.js'
import { searchConditions } from './search-conditions.js'
import { sourceSql } from './source.js'

/** The order a list has when nobody chose one. */
export function orderOf(
  record: PlacedRecord,
  query: ListQuery,
): { readonly by: string; readonly direction: 'ascending' | 'descending' } {
  return query.order ?? { by: record.list.orders[0], direction: record.list.direction ?? 'ascending' }
}

/**
 * One page in a declared order, by keyset: where the last one ended, never by counting rows off. Empty values come last in either
 * direction, as a second walk over the same index. A search may be shown in an order of the list's own.
 */
export async function readPage(session: Session, options: PageOptions): Promise<Page> {
  const { record, query } = options
  const limit = query.limit ?? defaultLimit
  const cursor =
    query.cursor === undefined ? undefined : readCursor(query.cursor, isKeyOf(record, orderOf(record, query).by))
  const filled =
    cursor?.value === null ? [] : await walk(session, options, { cursor, limit: limit + 1, isEmpty: false })
  const empty =
    filled.length > limit
      ? []
      : await walk(session, options, {
          cursor: cursor?.value === null ? cursor : undefined,
          limit: limit + 1 - filled.length,
          isEmpty: true,
        })
  return pageOf([...filled, ...empty], limit, options)
}

function pageOf(found: readonly Row[], limit: number, { record, query }: PageOptions): Page {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  if (found.length <= limit || !last) return { rows }
  return { rows, next: writeCursor({ value: (last[orderOf(record, query).by] ?? null) as OrderKey, id: last.id }) }
}

async function walk(
  session: Session,
  { record, codec, scope, query, fields, asOf }: PageOptions,
  { cursor, limit, isEmpty }: { cursor: Cursor | undefined; limit: number; isEmpty: boolean },
): Promise<readonly Row[]> {
  const { by, direction } = orderOf(record, query)
  const column = `t.${snakeCase(by)}`
  const isRequired = !codec.isNullable(by)
  if (isEmpty && isRequired) return []
  const params = parameters()
  const source = sourceSql(record, codec, asOf, params)
  const conditions = [
    ...scopeSql(record, scope, params),
    ...(query.search === undefined ? [] : searchConditions({ record, scope, query }, params)),
    ...filterSql(record, query, params),
  ]
  if (isEmpty) conditions.push(`${column} is null`)
  else if (!isRequired) conditions.push(`${column} is not null`)
  const [compare, word] = direction === 'ascending' ? ['>', 'asc'] : ['<', 'desc']
  if (cursor)
    conditions.push(
      isEmpty
        ? `t.id ${compare} ${params.add(cursor.id)}`
        : `(${column}, t.id) ${compare} (${params.add(cursor.value)}, ${params.add(cursor.id)})`,
    )
  const wanted = new Set([...fields, by])
  const stored = await session.query<StoredRow>({
    text: `select ${codec.listOf(wanted)} from ${source} t${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''} order by ${column} ${word}, t.id ${word} limit ${limit}`,
    values: params.values,
  })
  return stored.map((row) => codec.decodeSome(row, wanted))
}

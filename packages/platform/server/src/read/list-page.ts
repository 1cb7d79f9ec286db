import type { Session } from '@opendpf/database'
import type { Total } from '@opendpf/kit'
import { defaultLimit, snakeCase } from '@opendpf/kit'
import type { Row, StoredRow } from '../platform/codec.js'
import type { Parameters } from './conditions.js'
import { amongSql, filterSql, parameters, scopeSql } from './conditions.js'
import type { Cursor, OrderKey } from './cursor.js'
import { isKeyOf, readCursor, writeCursor } from './cursor.js'
import { isSettledPage, orderOf } from './list-order.js'
import type { Page, PageOptions } from './page-options.js'
import { searchConditions } from './search-conditions.js'
import { sourceSql } from './source.js'
import { totalOf, totalSql } from './total.js'

/**
 * One page in a declared order, by keyset: where the last one ended, never by counting rows off. Empty values come last in either
 * direction, as a second walk over the same index. A search may be shown in an order of the list's own. The total comes with the same
 * question when it is asked for, except on a page that begins among the empty values.
 */
export async function readPage(session: Session, options: PageOptions, isCounted = false): Promise<Page> {
  const { record, query } = options
  const limit = query.limit ?? defaultLimit
  const cursor =
    query.cursor === undefined ? undefined : readCursor(query.cursor, isKeyOf(record, orderOf(record, query).by))
  if (cursor?.value === null) {
    const { rows } = await walk(session, options, { cursor, limit: limit + 1, isEmpty: true })
    return pageOf(rows, limit, options)
  }
  const filled = await walk(session, options, { cursor, limit: limit + 1, isEmpty: false, isCounted })
  const missing = limit + 1 - filled.rows.length
  const empty = missing > 0 ? await walk(session, options, { limit: missing, isEmpty: true }) : { rows: [] }
  return {
    ...pageOf([...filled.rows, ...empty.rows], limit, options),
    ...(filled.total === undefined ? {} : { total: filled.total }),
  }
}

function pageOf(found: readonly Row[], limit: number, { record, query }: PageOptions): Page {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  if (found.length <= limit || !last) return { rows }
  return { rows, next: writeCursor({ value: (last[orderOf(record, query).by] ?? null) as OrderKey, id: last.id }) }
}

interface Walk {
  readonly cursor?: Cursor | undefined
  readonly limit: number
  /** Whether rows without a value are walked, which come after all others. */
  readonly isEmpty: boolean
  /** Whether the whole list is counted in the same question. */
  readonly isCounted?: boolean
}

async function walk(
  session: Session,
  options: PageOptions,
  step: Walk,
): Promise<{ readonly rows: readonly Row[]; readonly total?: Total }> {
  const { record, codec, query, fields } = options
  const { by } = orderOf(record, query)
  if (step.isEmpty && !codec.isNullable(by)) return { rows: [] }
  const params = parameters()
  const wanted = new Set([...fields, by])
  const page = pageSql(options, step, wanted, params)
  const stored = await session.query<StoredRow & { readonly total_count?: number }>({
    isSettled: isSettledPage(options),
    // the one row of the count leads, so that an empty page has its total too
    text: step.isCounted
      ? `select page.*, total.count as total_count from (${totalSql(options, params)}) total left join lateral (${page}) page on true`
      : page,
    values: params.values,
  })
  const rows = stored.filter(({ id }) => id !== null).map((row) => codec.decodeSome(row, wanted))
  const count = stored[0]?.total_count
  return count === undefined ? { rows } : { rows, total: totalOf(count) }
}

function pageSql(
  { record, codec, scope, query, asOf, among }: PageOptions,
  { cursor, limit, isEmpty }: Walk,
  wanted: ReadonlySet<string>,
  params: Parameters,
): string {
  const { by, direction } = orderOf(record, query)
  const column = `t.${snakeCase(by)}`
  const source = sourceSql(record, codec, asOf, params)
  const conditions = [
    ...scopeSql(record, scope, params),
    ...(query.search === undefined ? [] : searchConditions({ record, scope, query }, params)),
    ...filterSql(record, query, params),
    ...amongSql(among, params),
  ]
  if (isEmpty) conditions.push(`${column} is null`)
  else if (codec.isNullable(by)) conditions.push(`${column} is not null`)
  const [compare, word] = direction === 'ascending' ? ['>', 'asc'] : ['<', 'desc']
  if (cursor)
    conditions.push(
      isEmpty
        ? `t.id ${compare} ${params.add(cursor.id)}`
        : `(${column}, t.id) ${compare} (${params.add(cursor.value)}, ${params.add(cursor.id)})`,
    )
  const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
  return `select ${codec.listOf(wanted)} from ${source} t${where} order by ${column} ${word}, t.id ${word} limit ${limit}`
}

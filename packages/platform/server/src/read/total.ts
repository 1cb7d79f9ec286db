import type { Session } from '@opendpf/database'
import type { Total } from '@opendpf/kit'
import { filterSql, parameters, scopeSql } from './conditions.js'
import type { PageOptions } from './page-options.js'
import { anyOf, plainSearch, searchConditions } from './search-conditions.js'
import { sourceSql } from './source.js'

const bound = 1000

/** How many rows a list has, counted no further than the bound: a screen never waits for a full count. */
export async function readTotal(session: Session, options: PageOptions): Promise<Total> {
  const { record, codec, scope, query, asOf } = options
  const params = parameters()
  const word = query.search === undefined ? undefined : plainSearch(options)
  if (word) {
    const grams = `select distinct g.id from ${record.table}_gram g where ${[...scopeSql(record, scope, params, 'g'), anyOf(word, params, 'g')].join(' and ')}`
    return bounded(session, `select from (${grams}) found`, params.values)
  }
  const source = sourceSql(record, codec, asOf, params)
  const conditions = [
    ...scopeSql(record, scope, params),
    ...filterSql(record, query, params),
    ...(query.search === undefined ? [] : searchConditions(options, params)),
  ]
  return bounded(
    session,
    `select from ${source} t${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}`,
    params.values,
  )
}

async function bounded(session: Session, rows: string, values: readonly unknown[]): Promise<Total> {
  const [row] = await session.query<{ count: number }>({
    text: `select count(*) from (${rows} limit ${bound + 1}) counted`,
    values,
  })
  const count = row?.count ?? 0
  return count > bound ? { value: bound, isExact: false } : { value: count, isExact: true }
}

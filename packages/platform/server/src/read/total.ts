import type { Session } from '@opendpf/database'
import type { Total } from '@opendpf/kit'
import type { Parameters } from './conditions.js'
import { amongSql, filterSql, parameters, scopeSql } from './conditions.js'
import { isSettledPage } from './list-order.js'
import type { PageOptions } from './page-options.js'
import { isSettledSearch, plainSearch, searchConditions, termSql } from './search-conditions.js'
import { sourceSql } from './source.js'

const bound = 1000

/** How many rows a list has, counted no further than the bound: a screen never waits for a full count. */
export async function readTotal(session: Session, options: PageOptions): Promise<Total> {
  const params = parameters()
  const text = totalSql(options, params)
  const [row] = await session.query<{ count: number }>({
    text,
    values: params.values,
    isSettled: isSettledPage(options) || isSettledSearch(options),
  })
  return totalOf(row?.count ?? 0)
}

/** The statement that counts, with one column `count`. */
export function totalSql(options: PageOptions, params: Parameters): string {
  return `select count(*) from (${rowsSql(options, params)} limit ${bound + 1}) counted`
}

/** What a count that ends at the bound says. */
export function totalOf(count: number): Total {
  return count > bound ? { value: bound, isExact: false } : { value: count, isExact: true }
}

function rowsSql(options: PageOptions, params: Parameters): string {
  const { record, codec, scope, query, asOf, among } = options
  const word = query.search === undefined ? undefined : plainSearch(options)
  if (word) {
    const readings = word.map(
      (reading) =>
        `select g.id from ${record.table}_gram g where ${[...scopeSql(record, scope, params, 'g'), termSql(reading, params, 'g')].join(' and ')}`,
    )
    // a name holds a gram once, so that one exact reading counts nobody twice and can stop at the bound
    const isPlain = word.length === 1 && word.every(({ isPrefix }) => !isPrefix)
    return isPlain
      ? `select from (${readings.join('')}) found`
      : `select from (select distinct id from (${readings.join(' union all ')}) met) found`
  }
  const source = sourceSql(record, codec, asOf, params)
  const conditions = [
    ...scopeSql(record, scope, params),
    ...filterSql(record, query, params),
    ...amongSql(among, params),
    ...(query.search === undefined ? [] : searchConditions(options, params)),
  ]
  return `select from ${source} t${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}`
}

import type { Session } from '@opendpf/database'
import { defaultLimit, snakeCase } from '@opendpf/kit'
import type { StoredRow } from '../platform/codec.js'
import type { SearchTerm } from '../search/grams.js'
import { normaliseName, searchTerms } from '../search/grams.js'
import type { Parameters } from './conditions.js'
import { filterSql, parameters, scopeSql } from './conditions.js'
import { readCursor, writeCursor } from './cursor.js'
import type { Page, PageOptions } from './list-page.js'
import { orderOf } from './list-page.js'

type Found = StoredRow & { readonly id: string; readonly rank: number; readonly gram: string; readonly position: number; readonly order_key: string | number | null }

/**
 * One page of a search. The first word is walked along the index of grams, each of its readings in turn (as pinyin, as initials, as
 * Latin letters), so that a page costs what it shows and not what it could show; the other words and the filters are conditions.
 * An order of the list's own replaces the order of the index.
 */
export async function searchPage(session: Session, options: PageOptions): Promise<Page> {
  const { record, codec, query } = options
  const { terms } = searchTerms(query.search ?? '')
  const [readings] = terms
  if (!readings) return { rows: [] }
  const limit = query.limit ?? defaultLimit
  const wanted = new Set([...options.fields, ...(query.order ? [query.order.by] : [])])
  const params = parameters()
  const text = query.order ? orderedSql(options, wanted, params, limit) : walkedSql(options, readings, wanted, params, limit)
  const found = await session.query<Found>({ text, values: params.values })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => codec.decodeSome(row, wanted)),
    ...(found.length > limit && last ? { next: writeCursor({ value: query.order ? last.order_key : JSON.stringify([last.rank, last.gram, last.position]), id: last.id }) } : {}),
  }
}

function walkedSql(options: PageOptions, readings: readonly SearchTerm[], wanted: ReadonlySet<string>, params: Parameters, limit: number): string {
  const { record, codec, scope, query } = options
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor)
  const [fromRank, fromGram, fromPosition] = cursor ? (JSON.parse(String(cursor.value)) as [number, string, number]) : [0, '', 0]
  const columns = codec.listOf(wanted).split(', ').map((column) => `t.${column}`).join(', ')
  const walks = readings.flatMap((reading, rank) => {
    if (rank < fromRank) return []
    const conditions = [
      ...scopeSql(record, scope, params, 'g'),
      termSql(reading, params, 'g'),
      ...(cursor && rank === fromRank ? [`(g.gram, g.position, g.id) > (${params.add(fromGram)}, ${params.add(fromPosition)}, ${params.add(cursor.id)})`] : []),
      // somebody found by an earlier reading is not found again by this one
      ...readings.slice(0, rank).map((earlier) => `not exists (select from ${record.table}_gram e where e.id = g.id and ${termSql(earlier, params, 'e')})`),
      ...restOf(options, params),
    ]
    return [`(select ${columns}, ${rank} as rank, g.gram, g.position, null as order_key from ${record.table}_gram g join ${record.table} t on t.id = g.id where ${conditions.join(' and ')} order by g.gram, g.position, g.id limit ${limit + 1})`]
  })
  return `select * from (${walks.join(' union all ')}) walks order by rank, gram, position, id limit ${limit + 1}`
}

function orderedSql(options: PageOptions, wanted: ReadonlySet<string>, params: Parameters, limit: number): string {
  const { record, codec, scope, query } = options
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor)
  const { by, direction } = orderOf(record, query)
  const [compare, word] = direction === 'descending' ? ['<', 'desc'] : ['>', 'asc']
  const key = `t.${snakeCase(by)}`
  const conditions = [...scopeSql(record, scope, params), ...searchConditions(options, params), ...filterSql(record, query, params)]
  if (cursor) conditions.push(`(${key}, t.id) ${compare} (${params.add(cursor.value)}, ${params.add(cursor.id)})`)
  return `select ${codec.listOf(wanted)}, ${key} as order_key from ${record.table} t where ${conditions.join(' and ')} order by ${key} ${word}, t.id ${word} limit ${limit + 1}`
}

/** Everything but the first word. */
function restOf({ record, scope, query }: PageOptions, params: Parameters): readonly string[] {
  const { terms, contains } = searchTerms(query.search ?? '')
  return [
    ...terms.slice(1).map((readings) => `exists (select from ${record.table}_gram o where ${[...scopeSql(record, scope, params, 'o'), anyOf(readings, params, 'o'), 'o.id = t.id'].join(' and ')})`),
    ...contains.map((text) => containsSql(record.search ?? [], text, params)),
    ...filterSql(record, query, params),
  ]
}

/** A search as plain conditions, for a count and for an order of the list's own. */
export function searchConditions({ record, scope, query }: Pick<PageOptions, 'record' | 'scope' | 'query'>, params: Parameters): readonly string[] {
  const { terms, contains } = searchTerms(query.search ?? '')
  if (terms.length === 0) return ['false']
  return [
    ...terms.map((readings) => `t.id in (select o.id from ${record.table}_gram o where ${[...scopeSql(record, scope, params, 'o'), anyOf(readings, params, 'o')].join(' and ')})`),
    ...contains.map((text) => containsSql(record.search ?? [], text, params)),
  ]
}

/** Whether a search is one word of one reading: then the grams alone can be counted. */
export function plainSearch({ query }: Pick<PageOptions, 'query'>): readonly SearchTerm[] | undefined {
  const { terms, contains } = searchTerms(query.search ?? '')
  return terms.length === 1 && contains.length === 0 && Object.keys(query.filters).length === 0 && query.within === undefined ? terms[0] : undefined
}

/** Any of a word's readings. */
export function anyOf(readings: readonly SearchTerm[], params: Parameters, alias: string): string {
  return `(${readings.map((reading) => termSql(reading, params, alias)).join(' or ')})`
}

function termSql({ gram, isPrefix }: SearchTerm, params: Parameters, alias: string): string {
  // a range is what a prefix is to an index, and unlike LIKE the row security lets it use one
  return isPrefix ? `${alias}.gram >= ${params.add(gram)} and ${alias}.gram < ${params.add(`${gram}\u{10ffff}`)}` : `${alias}.gram = ${params.add(gram)}`
}

function containsSql(fields: readonly string[], text: string, params: Parameters): string {
  const value = params.add(normaliseName(text))
  return `(${fields.map((field) => `strpos(lower(regexp_replace(normalize(t.${snakeCase(field)}, NFKC), '[\\s·・•．.\\-'']', '', 'g')), ${value}) > 0`).join(' or ')})`
}

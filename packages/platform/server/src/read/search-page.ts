import type { Session } from '@opendpf/database'
import { defaultLimit } from '@opendpf/kit'
import type { StoredRow } from '../platform/codec.js'
import type { SearchTerm } from '../search/grams.js'
import { normaliseName, searchTerms } from '../search/grams.js'
import type { Parameters } from './conditions.js'
import { filterSql, parameters, scopeSql } from './conditions.js'
import { readCursor, writeCursor } from './cursor.js'
import type { Page, PageOptions } from './list-page.js'
import { orderOf } from './list-page.js'
import { snakeCase } from '@opendpf/kit'

/** How a search's result is ordered: names that begin with what was typed first, then as registered; or any order of the list. */
export async function searchPage(session: Session, options: PageOptions): Promise<Page> {
  const { record, codec, scope, query, fields } = options
  const { terms, contains } = searchTerms(query.search ?? '')
  const [first, ...others] = terms
  if (!first) return { rows: [] }
  const limit = query.limit ?? defaultLimit
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor)
  const params = parameters()
  const grams = `${record.table}_gram`
  const candidates = `select g.id, min(g.position) as position from ${grams} g where ${[...scopeSql(record, scope, params, 'g'), termSql(first, params, 'g')].join(' and ')} group by g.id`
  const conditions = [
    ...scopeSql(record, scope, params),
    ...filterSql(record, query, params),
    ...others.map((term) => `exists (select from ${grams} o where ${[...scopeSql(record, scope, params, 'o'), termSql(term, params, 'o'), 'o.id = t.id'].join(' and ')})`),
    ...contains.map((text) => containsSql(record.search ?? [], text, params)),
  ]
  const key = query.order === undefined ? 's.position' : `t.${snakeCase(orderOf(record, query).by)}`
  const [compare, word] = query.order?.direction === 'descending' ? ['<', 'desc'] : ['>', 'asc']
  if (cursor) conditions.push(`(${key}, t.id) ${compare} (${params.add(cursor.value)}, ${params.add(cursor.id)})`)
  const wanted = new Set([...fields, ...(query.order ? [query.order.by] : [])])
  const columns = codec.listOf(wanted).split(', ').map((column) => `t.${column}`).join(', ')
  const rows = await session.query<StoredRow & { search_key: string | number | null }>({
    text: `select ${columns}, ${key} as search_key from (${candidates}) s join ${record.table} t on t.id = s.id where ${conditions.join(' and ') || 'true'} order by ${key} ${word}, t.id ${word} limit ${limit + 1}`,
    values: params.values,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => codec.decodeSome(row, wanted)),
    ...(rows.length > limit && last ? { next: writeCursor({ value: last.search_key, id: String(last['id']) }) } : {}),
  }
}

/** The conditions a count of the same search has. */
export function searchConditions(options: Pick<PageOptions, 'record' | 'scope' | 'query'>, params: Parameters): readonly string[] {
  const { terms, contains } = searchTerms(options.query.search ?? '')
  const grams = `${options.record.table}_gram`
  if (terms.length === 0) return ['false']
  return [
    ...terms.map((term) => `t.id in (select o.id from ${grams} o where ${[...scopeSql(options.record, options.scope, params, 'o'), termSql(term, params, 'o')].join(' and ')})`),
    ...contains.map((text) => containsSql(options.record.search ?? [], text, params)),
  ]
}

function termSql(alternatives: readonly SearchTerm[], params: Parameters, alias: string): string {
  const parts = alternatives.map(({ gram, isPrefix }) =>
    // a range is what a prefix is to an index, and unlike LIKE the row security lets it use one
    isPrefix ? `(${alias}.gram >= ${params.add(gram)} and ${alias}.gram < ${params.add(`${gram}\u{10ffff}`)})` : `${alias}.gram = ${params.add(gram)}`,
  )
  return parts.length === 1 ? (parts[0] ?? 'false') : `(${parts.join(' or ')})`
}

function containsSql(fields: readonly string[], text: string, params: Parameters): string {
  const value = params.add(normaliseName(text))
  return `(${fields.map((field) => `strpos(lower(regexp_replace(normalize(t.${snakeCase(field)}, NFKC), '[\\s·・•．.\\-'']', '', 'g')), ${value}) > 0`).join(' or ')})`
}

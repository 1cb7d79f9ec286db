import { snakeCase } from '@opendpf/kit'
import type { SearchTerm } from '../search/grams.js'
import { normaliseName, searchTerms } from '../search/grams.js'
import type { Parameters } from './conditions.js'
import { scopeSql } from './conditions.js'
import type { PageOptions } from './page-options.js'

/** A search as plain conditions, for a count and for an order of the list's own. */
export function searchConditions(
  { record, scope, query }: Pick<PageOptions, 'record' | 'scope' | 'query'>,
  params: Parameters,
): readonly string[] {
  const { terms, contains } = searchTerms(query.search ?? '')
  if (terms.length === 0) return ['false']
  return [
    ...terms.map(
      (readings) =>
        `t.id in (select o.id from ${record.table}_gram o where ${[...scopeSql(record, scope, params, 'o'), anyOf(readings, params, 'o')].join(' and ')})`,
    ),
    ...contains.map((text) => containsSql(record.search ?? [], text, params)),
  ]
}

/** Whether a search is one word of one reading: then the grams alone can be counted. */
export function plainSearch({ query }: Pick<PageOptions, 'query'>): readonly SearchTerm[] | undefined {
  const { terms, contains } = searchTerms(query.search ?? '')
  return terms.length === 1 &&
    contains.length === 0 &&
    Object.keys(query.filters).length === 0 &&
    query.within === undefined
    ? terms[0]
    : undefined
}

/**
 * Whether one plan is right for whatever is searched in this form. Two words that are beginnings are not: which of them is the rarer one
 * decides where to start.
 */
export function isSettledSearch({ query, asOf }: Pick<PageOptions, 'query' | 'asOf'>): boolean {
  if (asOf !== undefined || query.search === undefined || query.within !== undefined) return false
  if (Object.keys(query.filters).length > 0) return false
  const { terms } = searchTerms(query.search)
  return terms.length === 1 || terms.flat().every(({ isPrefix }) => !isPrefix)
}

/** Any of a word's readings. */
export function anyOf(readings: readonly SearchTerm[], params: Parameters, alias: string): string {
  return `(${readings.map((reading) => termSql(reading, params, alias)).join(' or ')})`
}

/** One reading of a word. */
export function termSql({ gram, isPrefix }: SearchTerm, params: Parameters, alias: string): string {
  // a range is what a prefix is to an index, and unlike LIKE the row security lets it use one
  return isPrefix
    ? `${alias}.gram >= ${params.add(gram)} and ${alias}.gram < ${params.add(`${gram}\u{10ffff}`)}`
    : `${alias}.gram = ${params.add(gram)}`
}

/** A name must hold the letters in one piece: pairs alone would let 张三丰 be found by 三丰张三. */
export function containsSql(fields: readonly string[], text: string, params: Parameters): string {
  const value = params.add(normaliseName(text))
  return `(${fields.map((field) => `strpos(lower(regexp_replace(normalize(t.${snakeCase(field)}, NFKC), '[\\s·・•．.\\-'']', '', 'g')), ${value}) > 0`).join(' or ')})`
}

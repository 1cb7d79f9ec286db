import type { Session } from '@opendpf/database'
import { defaultLimit } from '@opendpf/kit'
import type { StoredRow } from '../platform/codec.js'
import type { SearchTerm } from '../search/grams.js'
import { searchTerms } from '../search/grams.js'
import type { Parameters } from './conditions.js'
import { filterSql, parameters, scopeSql } from './conditions.js'
import { readCursor, writeCursor } from './cursor.js'
import type { Page, PageOptions } from './page-options.js'
import { anyOf, containsSql, isSettledSearch, termSql } from './search-conditions.js'

type Found = StoredRow & {
  readonly id: string
  readonly walk_rank: number
  readonly walk_gram: string
  readonly walk_position: number
}

/**
 * One page of a search. The first word is walked along the index of grams, each of its readings in turn (as pinyin, as initials, as
 * Latin letters), so that a page costs what it shows and not what it could show; the other words and the filters are conditions.
 */
export async function searchPage(session: Session, options: PageOptions): Promise<Page> {
  const { codec, query } = options
  const { terms } = searchTerms(query.search ?? '')
  const [readings] = terms
  if (!readings) return { rows: [] }
  const limit = query.limit ?? defaultLimit
  const wanted = new Set(options.fields)
  const params = parameters()
  const found = await session.query<Found>({
    text: walkedSql(options, readings, wanted, params, limit),
    values: params.values,
    isSettled: isSettledSearch(options),
  })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => codec.decodeSome(row, wanted)),
    ...(found.length > limit && last
      ? { next: writeCursor({ value: [last.walk_rank, last.walk_gram, last.walk_position], id: last.id }) }
      : {}),
  }
}

function walkedSql(
  options: PageOptions,
  readings: readonly SearchTerm[],
  wanted: ReadonlySet<string>,
  params: Parameters,
  limit: number,
): string {
  const { record, codec, scope, query } = options
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor, isStretchOf(readings.length))
  const [fromRank, fromGram, fromPosition] = cursor?.value ?? [0, '', 0]
  const columns = codec
    .listOf(wanted)
    .split(', ')
    .map((column) => `t.${column}`)
    .join(', ')
  const walks = readings.flatMap((reading, rank) => {
    if (rank < fromRank) return []
    const conditions = [
      ...scopeSql(record, scope, params, 'g'),
      termSql(reading, params, 'g'),
      ...(cursor && rank === fromRank
        ? [
            `(g.gram, g.position, g.id) > (${params.add(fromGram)}, ${params.add(fromPosition)}, ${params.add(cursor.id)})`,
          ]
        : []),
      // somebody found by an earlier reading is not found again by this one
      ...readings
        .slice(0, rank)
        .map(
          (earlier) =>
            `not exists (select from ${record.table}_gram e where e.id = g.id and ${termSql(earlier, params, 'e')})`,
        ),
      // a beginning is met by several grams of one name: the first of them counts. The few grams of a name are fetched before they are
      // compared: as a join, all grams with the beginning would be read
      ...(reading.isPrefix
        ? [
            `not exists (select from (select gram, position from ${record.table}_gram where id = g.id offset 0) f where ${termSql(reading, params, 'f')} and (f.gram, f.position) < (g.gram, g.position))`,
          ]
        : []),
      ...restOf(options, params),
    ]
    return [
      `(select ${columns}, ${rank} as walk_rank, g.gram as walk_gram, g.position as walk_position from ${record.table}_gram g join ${record.table} t on t.id = g.id where ${conditions.join(' and ')} order by g.gram, g.position, g.id limit ${limit + 1})`,
    ]
  })
  return `select * from (${walks.join(' union all ')}) walks order by walk_rank, walk_gram, walk_position, id limit ${limit + 1}`
}

/** Where in the walks a page ended: the reading, the gram, the place in the name. */
function isStretchOf(readings: number): (value: unknown) => value is [number, string, number] {
  const isBelow = (value: unknown, bound: number): boolean =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < bound
  return (value): value is [number, string, number] =>
    Array.isArray(value) &&
    value.length === 3 &&
    isBelow(value[0], readings) &&
    typeof value[1] === 'string' &&
    isBelow(value[2], 32_768)
}

/** Everything but the first word. */
function restOf({ record, scope, query }: PageOptions, params: Parameters): readonly string[] {
  const { terms, contains } = searchTerms(query.search ?? '')
  return [
    ...terms
      .slice(1)
      .map(
        (readings) =>
          `exists (select from ${record.table}_gram o where ${[...scopeSql(record, scope, params, 'o'), anyOf(readings, params, 'o'), 'o.id = t.id'].join(' and ')})`,
      ),
    ...contains.map((text) => containsSql(record.search ?? [], text, params)),
    ...filterSql(record, query, params),
  ]
}

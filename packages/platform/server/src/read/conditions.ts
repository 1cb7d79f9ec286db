import type { Filter, ListQuery, PlacedRecord, Scope } from '@opendpf/kit'
import { fieldMeta, scopeCondition, scopeOfDivision, snakeCase } from '@opendpf/kit'
import type { Among } from '@opendpf/kit/server'

/** Collects parameters while a statement is written. */
export interface Parameters {
  add(value: unknown): string
  readonly values: readonly unknown[]
}

/** Starts a parameter list. */
export function parameters(): Parameters {
  const values: unknown[] = []
  return {
    add(value) {
      values.push(value)
      return `$${values.length}`
    },
    values,
  }
}

/**
 * The territory as an equality: the read path's own wall, which also lets the index of that level be used. The database's row
 * security says the same once more.
 */
export function scopeSql(record: PlacedRecord, scope: Scope, params: Parameters, alias = 't'): readonly string[] {
  const condition = record.scope === 'global' ? undefined : scopeCondition(scope)
  return condition ? [`${alias}.${condition.column} = ${params.add(condition.value)}`] : []
}

/** What a query filters by. */
export function filterSql(
  record: PlacedRecord,
  query: Pick<ListQuery, 'filters' | 'within'>,
  params: Parameters,
  alias = 't',
): readonly string[] {
  const conditions = Object.entries(query.filters).flatMap(([field, filter]) =>
    oneFilter(record, field, filter, params, alias),
  )
  if (query.within === undefined) return conditions
  const { level, code } = scopeOfDivision(query.within)
  const column = { county: 'county', town: 'town', village: 'division' }[level]
  return [...conditions, `${alias}.${column} = ${params.add(code)}`]
}

/** Narrows a list to the ids that a compiled query answers; its parameters are numbered behind those that are there. */
export function amongSql(among: Among | undefined, params: Parameters, alias = 't'): readonly string[] {
  if (among === undefined) return []
  const { sql, parameters: values, isLedById } = among
  const ids = sql.replace(/\$(\d+)/g, (_, number) => params.add(values[Number(number) - 1]))
  // the offset keeps the database from making a join of it, which would work out all ids for the fifty of a page
  return [
    isLedById
      ? `exists (select from (${ids}) found (id) where found.id = ${alias}.id offset 0)`
      : `${alias}.id in (${ids})`,
  ]
}

/** Whether a query's filters are met by any value alike, or hold a range that is not the order's own, which may be narrow or wide. */
export function isSettled({ filters }: Pick<ListQuery, 'filters'>, by?: string): boolean {
  return Object.entries(filters).every(([field, filter]) => field === by || !('from' in filter || 'to' in filter))
}

const typeOf = (kind: string): string =>
  ({ flag: 'boolean', date: 'date', instant: 'timestamptz', whole: 'integer', money: 'bigint' })[kind] ?? 'text'

function oneFilter(
  record: PlacedRecord,
  field: string,
  filter: Filter,
  params: Parameters,
  alias: string,
): readonly string[] {
  const column = `${alias}.${snakeCase(field)}`
  const type = typeOf(fieldMeta(record, field).kind)
  if ('empty' in filter) return [`${column} is ${filter.empty ? '' : 'not '}null`]
  if ('any' in filter) {
    return [
      filter.any.length === 1
        ? `${column} = ${params.add(filter.any[0])}::${type}`
        : `${column} = any(${params.add(filter.any)}::${type}[])`,
    ]
  }
  return [
    ...(filter.from === undefined ? [] : [`${column} >= ${params.add(filter.from)}::${type}`]),
    ...(filter.to === undefined ? [] : [`${column} <= ${params.add(filter.to)}::${type}`]),
  ]
}

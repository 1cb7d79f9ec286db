import type { RecordTable, TableColumns } from '@opendpf/kit/server'
import { publicRole, sightRoles } from '../owned/roles.js'
import { columnNames, columnSql } from './columns.js'

const everySight = sightRoles.join(', ')
const system = [
  'id text not null',
  'version integer not null',
  'recorded_at timestamptz not null',
  'recorded_by text not null',
]
const place = ['division text not null', 'county text not null', 'town text']

/** Behind which columns a list index stands: a territory is an equality on the level it names. */
const territories = { county: 'county', town: 'town', village: 'division' } as const

/**
 * The statements that make a record's table: the rows of now, their history, row security on both, grants, indexes. The history can
 * only be added to. Every list order has an index behind county and behind town; a village has few rows and is sorted.
 */
export function recordTableSql(table: string, definition: RecordTable): readonly string[] {
  const hasPlace = definition.scope === 'division'
  const columns = [...system, ...(hasPlace ? place : []), ...columnSql(definition.columns)]
  const history = `${table}_history`
  return [
    `create table ${table} (${columns.join(', ')}, primary key (id))`,
    `create table ${history} (${columns.join(', ')}, superseded_at timestamptz not null, primary key (id, version))`,
    ...(hasPlace ? [...rowSecuritySql(table), ...rowSecuritySql(history)] : []),
    `grant select, insert, update, delete on ${table} to ${everySight}`,
    `grant select, insert on ${history} to ${everySight}`,
    ...(hasPlace ? [`create index ${table}_division on ${table} (division)`] : []),
    ...orderSql(table, definition, hasPlace),
    ...(definition.indexes ?? []).map((column) => `create index ${table}_${column} on ${table} (${column})`),
    ...(definition.unique ?? []).map(
      (set) => `create unique index ${table}_${set.join('_')}_unique on ${table} (${set.join(', ')})`,
    ),
    ...columnNames(definition.columns)
      .filter((name) => name.endsWith('_key'))
      .map((name) => `create index ${table}_${name} on ${table} (${name})`),
    ...(definition.isSearched ? gramTableSql(table) : []),
    ...(definition.publicly ? publicSql(table, definition.publicly) : []),
  ]
}

/** What somebody without an account sees of a table: some columns of some rows, of now and never of the past. */
function publicSql(table: string, publicly: NonNullable<RecordTable['publicly']>): readonly string[] {
  const { columns, of } = publicly
  const condition =
    'code' in of
      ? `${of.code} = (select nullif(current_setting('opendpf.scope', true), ''))`
      : `${of.column} in (${of.values.map((value) => `'${value}'`).join(', ')})`
  return [
    `grant select (id, division, county, town, ${columns.join(', ')}) on ${table} to ${publicRole}`,
    `create policy see_public on ${table} for select to ${publicRole} using (${condition})`,
  ]
}

/** Adds columns to a record's table and its history alike. */
export function addColumnsSql(table: string, columns: TableColumns): readonly string[] {
  return [table, `${table}_history`].flatMap((name) =>
    columnSql(columns).map((column) => `alter table ${name} add column ${column}`),
  )
}

/**
 * The indexes of list orders, by county and by town. The columns of filters come last: they do not lead to rows, they tell which rows
 * need not be read, and a count needs to read none.
 */
export function orderSql(
  table: string,
  { orders = [], filters = [] }: Pick<RecordTable, 'orders' | 'filters'>,
  hasPlace = true,
): readonly string[] {
  return orders.flatMap((column) => {
    const keys = [column, 'id', ...filters.filter((filter) => filter !== column)].join(', ')
    return hasPlace
      ? (['county', 'town'] as const).map(
          (level) => `create index ${table}_${level}_${column} on ${table} (${territories[level]}, ${keys})`,
        )
      : [`create index ${table}_${column}_order on ${table} (${keys})`]
  })
}

/** The second wall: the same equality as the read path's, kept by the database for each sight. */
export function rowSecuritySql(table: string): readonly string[] {
  const own = `(select current_setting('opendpf.scope', true))`
  const policy = (level: string, condition: string) =>
    `create policy see_${level} on ${table} to opendpf_see_${level} using (${condition}) with check (${condition})`
  return [
    `alter table ${table} enable row level security`,
    policy('all', 'true'),
    ...Object.entries(territories).map(([level, column]) => policy(level, `${column} = ${own}`)),
  ]
}

/**
 * Names are searched by equality on 1- and 2-character grams, syllables and initials: the only way that stays fast for one Chinese
 * character and keeps its index under row security.
 */
function gramTableSql(table: string): readonly string[] {
  const grams = `${table}_gram`
  return [
    `create table ${grams} (county text not null, gram text collate "C" not null, position smallint not null, id text not null references ${table} (id) on delete cascade, town text, division text not null, primary key (county, gram, position, id))`,
    ...rowSecuritySql(grams),
    `create index ${grams}_id on ${grams} (id)`,
    `grant select, insert, update, delete on ${grams} to ${everySight}`,
  ]
}

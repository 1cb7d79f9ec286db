const sights = { all: 'true', county: 'county', town: 'town', village: 'division' } as const
const roles = Object.keys(sights).map((level) => `opendpf_see_${level}`)

const policies = Object.entries(sights).map(([level, column]) => {
  const condition = level === 'all' ? column : `${column} = (select current_setting('opendpf.scope', true))`
  return `create policy see_${level} on system_import_row to opendpf_see_${level} using (${condition}) with check (${condition})`
})

/**
 * What the dry run of an import found, row by row. A working table, not a record: it is written anew with each dry run and deleted
 * with the file. What stands in the cells is sealed; the plain columns say only how many rows are how.
 */
export const importRowSql: readonly string[] = [
  `create table system_import_row (
     import text not null, position integer not null, sheet smallint not null, number integer not null, outcome text not null, has_problems boolean not null,
     has_warnings boolean not null, details bytea not null, county text not null, town text, division text not null, primary key (import, position))`,
  'create index system_import_row_problems on system_import_row (import, position) where has_problems',
  'create index system_import_row_warnings on system_import_row (import, position) where has_warnings',
  "create index system_import_row_changes on system_import_row (import, position) where outcome in ('create', 'update')",
  'alter table system_import_row enable row level security',
  ...policies,
  `grant select, insert, update, delete on system_import_row to ${roles.join(', ')}`,
]

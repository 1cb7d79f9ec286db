import type { ColumnText, TableColumns } from '@opendpf/kit/server'

const types: Readonly<Record<string, string>> = {
  text: 'text',
  flag: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  whole: 'integer',
  money: 'bigint',
  data: 'jsonb',
  sealed: 'bytea',
  exact: 'bytea',
}

/** The SQL of the columns a migration asks for: `exact` is two, the sealed bytes and the blind index. */
export function columnSql(columns: TableColumns): readonly string[] {
  return Object.entries(columns).flatMap(([name, text]) => {
    const { type, isNullable } = read(text)
    const rule = isNullable ? '' : ' not null'
    const bounded = type === 'money' ? ` check (abs(${name}) < 9007199254740991)` : ''
    const column = `${name} ${types[type]}${rule}${bounded}`
    return type === 'exact' ? [column, `${name}_key text${rule}`] : [column]
  })
}

/** The names of those columns. */
export function columnNames(columns: TableColumns): readonly string[] {
  return Object.entries(columns).flatMap(([name, text]) =>
    read(text).type === 'exact' ? [name, `${name}_key`] : [name],
  )
}

function read(text: ColumnText): { type: string; isNullable: boolean } {
  return { type: text.replace('?', ''), isNullable: text.endsWith('?') }
}

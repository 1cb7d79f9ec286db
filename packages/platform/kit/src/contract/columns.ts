import type { FieldMeta } from './field-meta.js'
import { isOptional } from './field-meta.js'
import { snakeCase } from './naming.js'
import type { PlacedRecord } from './record.js'
import { fieldsOf } from './record.js'

export type ColumnType = 'text' | 'boolean' | 'date' | 'timestamptz' | 'integer' | 'bigint' | 'jsonb' | 'bytea'

/** One real column of a record's table. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly isNullable: boolean
  /** The field it keeps; undefined for what the write path keeps beside the fields. */
  readonly field?: string
}

const typeOfKind: Readonly<Record<FieldMeta['kind'], ColumnType>> = {
  text: 'text',
  multiline: 'text',
  name: 'text',
  choice: 'text',
  codes: 'text',
  flag: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  whole: 'integer',
  money: 'bigint',
  reference: 'text',
  division: 'text',
  number: 'text',
  data: 'jsonb',
  attachments: 'jsonb',
}

/** What every row has beside its fields. Global records carry no place. */
export const systemColumns: readonly Column[] = [
  { name: 'id', type: 'text', isNullable: false },
  { name: 'version', type: 'integer', isNullable: false },
  { name: 'recorded_at', type: 'timestamptz', isNullable: false },
  { name: 'recorded_by', type: 'text', isNullable: false },
]

export const placeColumns: readonly Column[] = [
  { name: 'division', type: 'text', isNullable: false },
  { name: 'county', type: 'text', isNullable: false },
  { name: 'town', type: 'text', isNullable: true },
]

/** The columns of one field: a sealed one is bytes, an exact one has a blind index beside them. */
export function columnsOfField(name: string, meta: FieldMeta, isNullable: boolean): readonly Column[] {
  const column = snakeCase(name)
  if (meta.storage === 'plain') return [{ name: column, type: typeOfKind[meta.kind], isNullable, field: name }]
  const sealed: Column = { name: column, type: 'bytea', isNullable, field: name }
  return meta.storage === 'exact' ? [sealed, { name: `${column}_key`, type: 'text', isNullable }] : [sealed]
}

/** The table a record must have. Migrations create it in their own words; the conformance kit proves that both agree. */
export function columnsOf(record: PlacedRecord): readonly Column[] {
  return [
    ...systemColumns,
    ...(record.scope === 'global' ? [] : placeColumns),
    ...fieldsOf(record)
      .filter(({ name }) => !(record.scope === 'division' && name === 'division'))
      .flatMap(({ name, meta, schema }) => columnsOfField(name, meta, isOptional(schema))),
  ]
}

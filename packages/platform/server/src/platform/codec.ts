import type { FieldMeta, PlacedRecord } from '@opendpf/kit'
import { columnsOf, fieldsOf, isOptional, snakeCase } from '@opendpf/kit'
import type { Crypto } from './crypto.js'

/** A row in memory: system fields and the record's own, decrypted. */
export type Row = {
  readonly id: string
  readonly version: number
  readonly recordedAt: string
  readonly recordedBy: string
  readonly division: string | null
  readonly county: string | null
  readonly town: string | null
} & Readonly<Record<string, unknown>>

export type StoredRow = Readonly<Record<string, unknown>>

/** Between a record's rows and its table. */
export interface Codec {
  readonly columns: readonly string[]
  /** The columns as a select list. */
  readonly list: string
  /** As JSON for `jsonb_populate_recordset`, which takes thousands of rows in one parameter. */
  encode(row: Row): StoredRow
  /** Seals only fields that changed; the system columns are always there. */
  encodeSome(row: Row, fields: ReadonlySet<string>): StoredRow
  decode(stored: StoredRow): Row
  /** Opens only what is asked for: a list of 25 does not decrypt what it does not show. */
  decodeSome(stored: StoredRow, fields: ReadonlySet<string>): Row
  /** The columns that are needed to show some fields. */
  listOf(fields: Iterable<string>): string
  isNullable(field: string): boolean
}

/** What is sealed is text: a structure goes in as JSON. */
const sealedAsJson = (meta: FieldMeta): boolean => meta.kind === 'attachments'

const system = { id: 'id', version: 'version', recordedAt: 'recorded_at', recordedBy: 'recorded_by' } as const
const place = { division: 'division', county: 'county', town: 'town' } as const

/** Makes the codec of a record, once per record and server. */
function createCodec(record: PlacedRecord, crypto: Crypto): Codec {
  const fields = fieldsOf(record).map(({ name, meta }) => {
    const column = snakeCase(name) as string
    return { name, meta, column, context: `${record.table}.${column}` }
  })
  const columns = columnsOf(record).map(({ name }) => name)
  const hasPlace = record.scope !== 'global'
  const fixed = Object.entries(hasPlace ? { ...system, ...place } : system)

  const decodeSome = (stored: StoredRow, wanted: ReadonlySet<string> | undefined): Row => {
    const row: Record<string, unknown> = { division: null, county: null, town: null }
    for (const [name, column] of fixed) row[name] = stored[column] ?? null
    for (const { name, meta, column, context } of fields) {
      if (wanted && !wanted.has(name)) continue
      const value = stored[column] ?? null
      if (value === null || meta.storage === 'plain') row[name] = value
      else {
        const text = crypto.open(value as Uint8Array, context)
        row[name] = sealedAsJson(meta) ? JSON.parse(text) : text
      }
    }
    return row as Row
  }

  const encodeSome = (row: Row, wanted: ReadonlySet<string> | undefined): StoredRow => {
    const stored: Record<string, unknown> = {}
    for (const [name, column] of fixed) stored[column] = row[name]
    for (const { name, meta, column, context } of fields) {
      if (wanted && !wanted.has(name)) continue
      const value = row[name] ?? null
      stored[column] =
        value === null || meta.storage === 'plain'
          ? value
          : `\\x${crypto.seal(sealedAsJson(meta) ? JSON.stringify(value) : String(value), context).toString('hex')}`
      if (meta.storage === 'exact')
        stored[`${column}_key`] = value === null ? null : crypto.blind(`${record.ref}.${name}`, String(value))
    }
    return stored
  }

  return {
    columns,
    list: columns.join(', '),
    encode: (row) => encodeSome(row, undefined),
    encodeSome,
    isNullable: (field) => {
      const schema = record.fields[field]
      return schema !== undefined && isOptional(schema)
    },
    decode: (stored) => decodeSome(stored, undefined),
    decodeSome,
    listOf(wanted) {
      const names = new Set(fixed.map(([, column]) => column as string))
      for (const name of wanted) if (name in record.fields) names.add(snakeCase(name))
      return [...names].join(', ')
    },
  }
}

const codecs = new WeakMap<Crypto, Map<string, Codec>>()

/** The codec of a record under a key ring, made on first use. */
export function codecOf(record: PlacedRecord, crypto: Crypto): Codec {
  const made = codecs.get(crypto) ?? new Map<string, Codec>()
  codecs.set(crypto, made)
  const codec = made.get(record.ref) ?? createCodec(record, crypto)
  made.set(record.ref, codec)
  return codec
}

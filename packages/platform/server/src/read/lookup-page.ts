import type { Session } from '@opendpf/database'
import { fieldMeta, readFormat, snakeCase } from '@opendpf/kit'
import type { Row, StoredRow } from '../platform/codec.js'
import type { Crypto } from '../platform/crypto.js'
import { filterSql, parameters, scopeSql } from './conditions.js'
import { orderOf } from './list-order.js'
import type { PageOptions } from './page-options.js'

const atMost = 50

/** The rows that hold one whole number or other exact value, found by its blind index, however it was written. */
export async function lookUp(
  session: Session,
  { record, codec, scope, query, fields }: PageOptions,
  crypto: Crypto,
): Promise<readonly Row[]> {
  const { field, value } = query.lookup ?? { field: '', value: '' }
  const { format } = fieldMeta(record, field)
  const read = format ? readFormat(format, value) : { ok: true as const, value: value.trim() }
  const kind = `${record.ref}.${field}`
  const params = parameters()
  const numbers = `n.field = ${params.add(kind)} and n.key = ${params.add(crypto.blind(kind, read.ok ? read.value : value.trim()))}`
  const conditions = [
    `t.id in (select n.id from number_lookup n where ${numbers})`,
    ...scopeSql(record, scope, params),
    ...filterSql(record, query, params),
  ]
  const { by, direction } = orderOf(record, query)
  const wanted = new Set([...fields, by])
  const stored = await session.query<StoredRow>({
    text: `select ${codec.listOf(wanted)} from ${record.table} t where ${conditions.join(' and ')} order by t.${snakeCase(by)} ${direction === 'ascending' ? 'asc' : 'desc'}, t.id limit ${atMost}`,
    values: params.values,
  })
  return stored.map((row) => codec.decodeSome(row, wanted))
}

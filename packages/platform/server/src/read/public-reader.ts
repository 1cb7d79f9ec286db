import type { PlacedRecord, PublicView } from '@opendpf/kit'
import { fieldMeta, snakeCase } from '@opendpf/kit'
import type { PublicReader } from '@opendpf/kit/server'
import type { Platform } from '../platform/platform.js'
import { parameters } from './conditions.js'

type Stored = Readonly<Record<string, unknown>>

const place = ['id', 'division', 'county', 'town'] as const

/**
 * The read path of people without an account. It asks for public columns alone, on a connection on which the database shows no others: what
 * a contract does not declare cannot be read here, whatever a route asks for.
 */
export function createPublicReader({ pool }: Pick<Platform, 'pool'>): PublicReader {
  const select = async (
    record: PlacedRecord,
    where: Readonly<Record<string, unknown>>,
    { after, limit, code }: { readonly after?: string; readonly limit: number; readonly code?: string },
  ): Promise<readonly Stored[]> => {
    const view = publicViewOf(record)
    const params = parameters()
    const conditions = Object.entries(where).map(
      ([field, value]) => `t.${columnOf(record, view, field)} = ${params.add(value)}`,
    )
    if ('while' in view.of) conditions.push(`t.${snakeCase(view.of.field)} = any(${params.add(view.of.while)}::text[])`)
    else conditions.push(`t.${snakeCase(view.of.code)} = ${params.add(code ?? '')}`)
    if (after !== undefined) conditions.push(`t.id > ${params.add(after)}`)
    const columns = [...place, ...view.fields.map((field) => `${columnOf(record, view, field)} as "${field}"`)]
    return pool.look(
      (session) =>
        session.query<Stored>({
          text: `select ${columns.join(', ')} from ${record.table} t where ${conditions.join(' and ')} order by t.id limit ${params.add(limit)}`,
          values: params.values,
        }),
      code,
    )
  }
  const reader = {
    one: async (record: PlacedRecord, id: string) => (await select(record, { id }, { limit: 1 }))[0],
    many: select,
    byCode: async (record: PlacedRecord, code: string) => (await select(record, {}, { limit: 1, code }))[0],
    async isGone(record: PlacedRecord, id: string) {
      const { of } = publicViewOf(record)
      if (!('gone' in of)) return false
      const rows = await pool.use({ level: 'all' }, (session) =>
        session.query({
          text: `select from ${record.table} where id = $1 and ${snakeCase(of.field)} = any($2::text[])`,
          values: [id, of.gone],
        }),
      )
      return rows.length > 0
    },
  }
  // typed by each record's contract, which a function over all records cannot know
  return reader as unknown as PublicReader
}

/** What anybody may see of a record. */
export function publicViewOf(record: PlacedRecord): PublicView {
  if (record.publicly === undefined) throw new Error(`${record.ref} is not public`)
  return record.publicly
}

function columnOf(record: PlacedRecord, view: PublicView, field: string): string {
  if (field === 'id') return 'id'
  if (!view.fields.includes(field)) throw new Error(`${record.ref}.${field} is not public`)
  const { privacy, storage } = fieldMeta(record, field)
  if (storage !== 'plain' || privacy === 'S3' || privacy === 'S4')
    throw new Error(`${record.ref}.${field} is of a class that is never public`)
  return snakeCase(field)
}

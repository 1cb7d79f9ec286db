import type { Session } from '@opendpf/database'
import type { Actor, PlacedRecord } from '@opendpf/kit'
import { fieldMeta, snakeCase } from '@opendpf/kit'
import type { Reader } from '@opendpf/kit/server'
import type { Row, StoredRow } from '../platform/codec.js'
import { codecOf } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import { parameters, scopeSql } from './conditions.js'

export interface ReaderOptions {
  readonly platform: Pick<Platform, 'crypto'>
  readonly actor: Pick<Actor, 'scope'>
  readonly run: <T>(work: (session: Session) => Promise<T>) => Promise<T>
}

const manyAtMost = 10_000

/** The read path for a module's own code: territory in every statement, values decrypted. */
export function createReader({ platform, actor, run }: ReaderOptions): Reader {
  const select = (
    record: PlacedRecord,
    conditions: readonly string[],
    values: readonly unknown[],
    more = '',
    name?: string,
  ): Promise<readonly Row[]> => {
    const codec = codecOf(record, platform.crypto)
    const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
    return run(async (session) =>
      (
        await session.query<StoredRow>({
          ...(name === undefined ? {} : { name }),
          text: `select ${codec.list} from ${record.table} t${where}${more}`,
          values,
        })
      ).map(codec.decode),
    )
  }
  const conditionsOf = (record: PlacedRecord, where: Readonly<Record<string, unknown>>, params = parameters()) => {
    const conditions = [...scopeSql(record, actor.scope, params)]
    for (const [field, value] of Object.entries(where)) {
      if (field !== 'id' && fieldMeta(record, field).storage !== 'plain')
        throw new Error(`${record.ref}.${field} is sealed and cannot be compared`)
      const column = `t.${snakeCase(field)}`
      if (value === null) conditions.push(`${column} is null`)
      else if (Array.isArray(value)) conditions.push(`${column} = any(${params.add(value)})`)
      else conditions.push(`${column} = ${params.add(value)}`)
    }
    return { conditions, params }
  }

  const reader = {
    async one(record: PlacedRecord, id: string) {
      const { conditions, params } = conditionsOf(record, { id })
      const [row] = await select(record, conditions, params.values, '', `one:${record.table}:${actor.scope.level}`)
      return row
    },
    many(
      record: PlacedRecord,
      where: Readonly<Record<string, unknown>>,
      options: { limit?: number; orderBy?: string } = {},
    ) {
      const { conditions, params } = conditionsOf(record, where)
      return select(
        record,
        conditions,
        params.values,
        ` order by t.${snakeCase(options.orderBy ?? 'id')} limit ${options.limit ?? manyAtMost}`,
      )
    },
    async byExact(record: PlacedRecord, field: string, values: readonly string[]) {
      const found = new Map<string, Row[]>()
      if (values.length === 0) return found
      const kind = `${record.ref}.${field}`
      const keys = values.map((value) => platform.crypto.blind(kind, value))
      // two steps: inside a large import the database knows nothing of the rows just written and would join them one by one
      const text = 'select id from number_lookup where field = $1 and key = any($2::text[])'
      const ids = await run((session) => session.query<{ id: string }>({ text, values: [kind, keys] }))
      if (ids.length === 0) return found
      const { conditions, params } = conditionsOf(record, { id: ids.map(({ id }) => id) })
      const rows = await select(record, conditions, params.values)
      for (const row of rows) {
        const value = String(row[field])
        found.set(value, [...(found.get(value) ?? []), row])
      }
      return found
    },
    async count(record: PlacedRecord, where: Readonly<Record<string, unknown>>) {
      const { conditions, params } = conditionsOf(record, where)
      const [row] = await run((session) =>
        session.query<{ count: number }>({
          text: `select count(*) from ${record.table} t${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}`,
          values: params.values,
        }),
      )
      return row?.count ?? 0
    },
  }
  // typed by each record's contract, which a function over all records cannot know
  return reader as unknown as Reader
}

import type { PoolConfig } from 'pg'
import { openConnections } from '../connection/connections.js'
import type { FieldCipher } from './field-cipher.js'
import type { ResealTarget } from './reseal-targets.js'
import { headerLength } from './sealing.js'

export interface ResealOptions {
  /** The migrating role's: only it may touch the history, and not even it changes what a value says. */
  readonly connection: PoolConfig
  readonly targets: readonly ResealTarget[]
  readonly cipher: FieldCipher
  readonly onProgress?: (table: string, rows: number) => void
  readonly signal?: AbortSignal
  /** Rows in one statement. Default 1,000. */
  readonly batch?: number
}

/** What was sealed anew, by table. */
export type Resealed = Readonly<Record<string, number>>

/**
 * Seals every value that older keys or another suite sealed with the current key, batch by batch, beside a running server. A row that
 * changes meanwhile is left for the next walk, since whatever is written now is sealed with the current key. Stopped half-way, it goes
 * on where it was: only values that are not current are looked for.
 *
 * The servers must have been started with the new key first; a value that no key opens ends it with the column's name.
 *
 * @throws CryptoError `SEAL_…`
 */
export async function resealAll({
  connection,
  targets,
  cipher,
  onProgress,
  signal,
  batch = 1000,
}: ResealOptions): Promise<Resealed> {
  const pool = openConnections({ ...connection, max: 1 })
  const header = cipher.seal('', '').subarray(0, headerLength)
  const done: Record<string, number> = {}
  try {
    for (const target of targets) {
      const statements = statementsOf(target, batch)
      let after: readonly unknown[] = []
      for (let rows: readonly Stored[] = [{}]; rows.length > 0; ) {
        signal?.throwIfAborted()
        rows = (await pool.query<Stored>(after.length === 0 ? statements.first : statements.next, [header, ...after]))
          .rows
        if (rows.length === 0) break
        await pool.query(statements.update, valuesOf(target, rows, cipher))
        after = target.key.map((name) => rows.at(-1)?.[name])
        done[target.table] = (done[target.table] ?? 0) + rows.length
        onProgress?.(target.table, done[target.table] ?? 0)
      }
    }
  } finally {
    await pool.end()
  }
  return done
}

type Stored = Readonly<Record<string, unknown>>

function statementsOf(
  { table, key, columns }: ResealTarget,
  batch: number,
): { readonly first: string; readonly next: string; readonly update: string } {
  const isOld = columns.map(({ name }) => `substring(${name} from 1 for ${headerLength}) <> $1`).join(' or ')
  const select = (more: string): string =>
    `select ${[...key, ...columns.map(({ name }) => name)].join(', ')} from ${table} where (${isOld})${more} order by ${key.join(', ')} limit ${batch}`
  const types = key.map((name) => (name === 'version' ? 'int[]' : 'text[]'))
  const lists = [...types, ...columns.flatMap(() => ['bytea[]', 'bytea[]'])].map((type, at) => `$${at + 1}::${type}`)
  const names = [...key.map((name) => `at_${name}`), ...columns.flatMap(({ name }) => [`old_${name}`, `new_${name}`])]
  const same = [
    ...key.map((name) => `t.${name} = n.at_${name}`),
    ...columns.map(({ name }) => `t.${name} is not distinct from n.old_${name}`),
  ]
  return {
    first: select(''),
    next: select(` and (${key.join(', ')}) > (${key.map((_, at) => `$${at + 2}`).join(', ')})`),
    update: `update ${table} t set ${columns.map(({ name }) => `${name} = n.new_${name}`).join(', ')} from unnest(${lists.join(', ')}) as n (${names.join(', ')}) where ${same.join(' and ')}`,
  }
}

function valuesOf({ key, columns }: ResealTarget, rows: readonly Stored[], cipher: FieldCipher): unknown[] {
  const sealed = columns.flatMap(({ name, context }) => {
    const old = rows.map((row) => (row[name] ?? null) as Buffer | null)
    return [
      old,
      old.map((bytes) =>
        bytes === null || cipher.isCurrent(bytes) ? bytes : cipher.seal(cipher.open(bytes, context), context),
      ),
    ]
  })
  return [...key.map((name) => rows.map((row) => row[name])), ...sealed]
}

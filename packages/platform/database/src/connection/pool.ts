import { createHash } from 'node:crypto'
import { OpenDpfError } from '@opendpf/errors'
import type { Scope } from '@opendpf/kit'
import type { PoolClient, PoolConfig, QueryResultRow } from 'pg'
import { Pool } from 'pg'
import type { Session, Statement } from './session.js'
import type { Sight } from './sight.js'
import { putOnSight, sightOf } from './sight.js'
import { valueTypes } from './values.js'

export interface ScopedPool {
  /** Runs work on a connection that sees the territory and nothing else. No transaction. */
  use<T>(scope: Scope, work: (session: Session) => Promise<T>): Promise<T>
  /** The same inside one transaction; any failure rolls all of it back. */
  transact<T>(scope: Scope, work: (session: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Statements with a name keep the plan they were first given. On a table that was empty then (a new county, an import in one
 * transaction) that plan would read the whole table for ever; every question of the application has an index, so it may not.
 */
const settings = '-c enable_seqscan=off -c jit=off -c idle_in_transaction_session_timeout=600000'

const sights = new WeakMap<PoolClient, Sight>()

/** Opens the application's connections. Every use names a territory; there is no way to ask without one. */
export function openPool(config: PoolConfig): ScopedPool {
  const pool = new Pool({ max: 10, idleTimeoutMillis: 0, types: valueTypes, options: settings, ...config })
  // an idle connection that dies is replaced on next use; without a listener it would end the process
  pool.on('error', () => {})

  const withClient = async <T>(scope: Scope, work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch(unreachable)
    let failure: unknown
    try {
      await putOn(client, sightOf(scope))
      return await work(client)
    } catch (error) {
      failure = error
      throw isLost(error) ? new OpenDpfError('unavailable', { cause: error }) : error
    } finally {
      client.release(isLost(failure))
    }
  }

  return {
    use: (scope, work) => withClient(scope, (client) => work(sessionOf(client))),
    transact: (scope, work) =>
      withClient(scope, async (client) => {
        await client.query('begin')
        try {
          const result = await work(sessionOf(client))
          await client.query('commit')
          return result
        } catch (error) {
          if (!isLost(error)) await client.query('rollback')
          throw error
        }
      }),
    close: () => pool.end(),
  }
}

async function putOn(client: PoolClient, sight: Sight): Promise<void> {
  const worn = sights.get(client)
  if (worn && worn.role === sight.role && worn.value === sight.value) return
  sights.delete(client)
  await client.query({ name: 'put-on-sight', text: putOnSight, values: [sight.role, sight.value] })
  sights.set(client, sight)
}

const longestName = 63

/** PostgreSQL cuts longer names off, and two statements would then share one. */
function shortened(name: string): string {
  return name.length <= longestName
    ? name
    : `${name.slice(0, 40)}:${createHash('sha256').update(name).digest('base64url').slice(0, 22)}`
}

function sessionOf(client: PoolClient): Session {
  return {
    async query<Row extends QueryResultRow>({ name, text, values }: Statement): Promise<readonly Row[]> {
      const result = await client.query<Row>({
        ...(name === undefined ? {} : { name: shortened(name) }),
        text,
        values: values as unknown[],
      })
      return result.rows
    },
  }
}

/** Whether the connection is gone, as against a statement that was refused. */
function isLost(error: unknown): boolean {
  const code = (error as { code?: string } | undefined)?.code ?? ''
  return (
    code.startsWith('08') ||
    code === '57P01' ||
    code === '57P02' ||
    code === '57P03' ||
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET' ||
    code === 'ENOENT' ||
    code === 'EPIPE' ||
    (error instanceof Error && /Connection terminated|connection error and is not queryable/.test(error.message))
  )
}

function unreachable(error: unknown): never {
  throw new OpenDpfError('unavailable', { cause: error })
}

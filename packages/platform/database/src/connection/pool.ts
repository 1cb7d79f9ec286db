import { createHash } from 'node:crypto'
import { OpenDpfError } from '@opendpf/errors'
import type { Scope } from '@opendpf/kit'
import type { PoolClient, PoolConfig, QueryResult, QueryResultRow } from 'pg'
import { openConnections } from './connections.js'
import { openLogFlush } from './flush.js'
import { createStatementNames } from './prepared.js'
import type { Session, Statement } from './session.js'
import type { Sight } from './sight.js'
import { publicSight, putOnSight, sightOf } from './sight.js'
import { valueTypes } from './values.js'

export interface ScopedPool {
  /** Runs work on a connection that sees the territory and nothing else. No transaction. */
  use<T>(scope: Scope, work: (session: Session) => Promise<T>): Promise<T>
  /** Runs work on a connection that sees what is public and nothing else; a code opens the one row that holds it. No transaction. */
  look<T>(work: (session: Session) => Promise<T>, code?: string): Promise<T>
  /** The same inside one transaction; any failure rolls all of it back, and what is answered is on disk. */
  transact<T>(scope: Scope, work: (session: Session) => Promise<T>): Promise<T>
  /** Reads in one transaction that sees the rows of one moment, whatever is written meanwhile, and writes nothing. */
  snapshot<T>(scope: Scope, work: (session: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Statements with a name keep the plan they were first given. On a table that was empty then (a new county, an import in one
 * transaction) that plan would read the whole table for ever; every question of the application has an index, so it may not.
 */
const settings =
  '-c enable_seqscan=off -c jit=off -c plan_cache_mode=force_generic_plan -c idle_in_transaction_session_timeout=600000'

/** For questions about everybody: tables may be scanned, and the sorts of a county stay in memory. */
const free = "set local enable_seqscan = on; set local work_mem = '32MB'"
const bound = 'set local enable_seqscan = off; set local work_mem to default'

/** The commit leaves the disk to the flush that every transaction waits for before it is answered. */
const begin = 'begin; set local synchronous_commit to off'

/** What reads only has nothing that a flush could be waited for. */
const beginSnapshot = 'begin transaction isolation level repeatable read, read only'

const sights = new WeakMap<PoolClient, Sight>()
const planners = new WeakMap<PoolClient, Planner | 'unknown'>()

/** Opens the application's connections. Every use names a territory; there is no way to ask without one. */
export function openPool(config: PoolConfig): ScopedPool {
  // statements go out without waiting for the answers to those before them, which come in their order
  const pool = openConnections({
    max: 10,
    idleTimeoutMillis: 0,
    types: valueTypes,
    options: settings,
    pipeline: true,
    ...config,
  } as PoolConfig)
  const log = openLogFlush(config)
  const nameOf = createStatementNames()

  const withClient = async <T>(sight: Sight, work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch(unreachable)
    let failure: unknown
    try {
      await putOn(client, sight)
      return await work(client)
    } catch (error) {
      failure = error
      throw isLost(error) ? new OpenDpfError('unavailable', { cause: error }) : error
    } finally {
      client.release(isLost(failure))
    }
  }

  const inTransaction = <T>(scope: Scope, opening: string, work: (session: Session) => Promise<T>): Promise<T> =>
    withClient(sightOf(scope), async (client) => {
      await client.query(opening)
      const committed: (() => void)[] = []
      const session = openSession(client, nameOf, (then) => committed.push(then))
      try {
        const answer = await work(session)
        await session.settle()
        await client.query('commit')
        for (const then of committed) then()
        return answer
      } catch (error) {
        await session.settle().catch(() => {})
        if (!isLost(error)) await client.query('rollback')
        planners.set(client, 'unknown')
        throw error
      }
    })

  return {
    use: (scope, work) => withClient(sightOf(scope), (client) => work(openSession(client, nameOf))),
    look: (work, code) => withClient(publicSight(code), (client) => work(openSession(client, nameOf))),
    async transact(scope, work) {
      const result = await inTransaction(scope, begin, work)
      await log.wait().catch(unreachable)
      return result
    },
    snapshot: (scope, work) => inTransaction(scope, beginSnapshot, work),
    async close() {
      await Promise.all([pool.end(), log.close()])
    },
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

function outside(): never {
  throw new Error('there is no transaction whose commit could be waited for')
}

function openSession(
  client: PoolClient,
  nameOf: (text: string) => string | undefined,
  afterCommit: Session['afterCommit'] = outside,
): Session {
  /** The end of the statement sent last, and with it of all before. */
  let last: Promise<unknown> = Promise.resolve()
  let failure: { readonly error: unknown } | undefined
  let isFree = false

  const run = <Row extends QueryResultRow>(statement: Statement): Promise<QueryResult<Row>> => {
    const { text, values } = statement
    const isPlannedOnce = !isFree && (statement.name !== undefined || statement.isSettled || comparesByEquality(text))
    const name = isPlannedOnce && (statement.name === undefined ? nameOf(text) : shortened(statement.name))
    // without values there is nothing to plan for, and some such statements must be the first of their transaction
    if (values.length > 0) plan(client, isPlannedOnce ? 'force_generic_plan' : 'force_custom_plan')
    const running = client.query<Row>({ ...(name ? { name } : {}), text, values: values as unknown[] })
    last = running.catch(() => {})
    return running
  }

  return {
    async query<Row extends QueryResultRow>(statement: Statement): Promise<readonly Row[]> {
      try {
        return (await run<Row>(statement)).rows
      } catch (error) {
        // after a failure every statement fails, and says only that
        throw failure ? failure.error : error
      }
    },
    send(statement, explain = (error) => error) {
      run(statement).catch((error: unknown) => {
        failure ??= { error: explain(error) }
      })
    },
    async settle() {
      await last
      if (failure) throw failure.error
    },
    async planFreely(work) {
      // what asks within such work is free already
      if (isFree) return work()
      await client.query(free)
      isFree = true
      try {
        const answer = await work()
        // a failure ends the transaction, and its settings with it
        await client.query(bound)
        return answer
      } finally {
        isFree = false
      }
    },
    afterCommit,
  }
}

type Planner = 'force_generic_plan' | 'force_custom_plan'

/** Has the statements sent from here on planned so. */
function plan(client: PoolClient, planner: Planner): void {
  if ((planners.get(client) ?? 'force_generic_plan') === planner) return
  planners.set(client, planner)
  client
    .query({ name: 'planner', text: `select set_config('plan_cache_mode', $1, false)`, values: [planner] })
    .catch(() => planners.set(client, 'unknown'))
}

/** For a range the database guesses a handful of rows when it does not know the values; a whole county may lie in it. */
function comparesByEquality(text: string): boolean {
  return !/[<>]|\blike\b|\bbetween\b/i.test(text)
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

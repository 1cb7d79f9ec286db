import { setTimeout } from 'node:timers/promises'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../testing/index.js'
import { withClient } from './connections.js'
import { openLogFlush } from './flush.js'
import { openPool, type ScopedPool } from './pool.js'

const everywhere = { level: 'all' } as const

const database = useTestDatabase({
  key: 'pool-test',
  async prepare(template) {
    await withClient(template.connection, async (client) => {
      await client.query('create table note (id integer primary key, text text)')
      await client.query('grant select, insert, update, delete on note to opendpf_see_all')
    })
  },
})

const note = (id: number, text: string) => ({
  name: 'note',
  text: 'insert into note values ($1, $2)',
  values: [id, text],
})
const all = { text: 'select id, text from note order by id', values: [] }

describe('a transaction', () => {
  let pool: ScopedPool
  beforeAll(() => {
    pool = openPool(database.connectionFor('app'))
  })
  afterAll(() => pool.close())

  it('tells that it was committed once others can see it, and says nothing when it was taken back', async () => {
    const told: number[] = []
    await pool.transact(everywhere, async (session) => {
      session.afterCommit(() => told.push(1))
      session.send(note(90, 'kept'))
      expect(told).toEqual([])
    })
    expect(told).toEqual([1])
    const failing = pool.transact(everywhere, async (session) => {
      session.afterCommit(() => told.push(2))
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    expect(told).toEqual([1])
    await pool.transact(everywhere, (session) =>
      session.query({ text: 'delete from note where id = $1', values: [90] }),
    )
  })

  it('keeps the order of what is sent and what is asked', async () => {
    const rows = await pool.transact(everywhere, async (session) => {
      session.send(note(1, 'one'))
      session.send({ text: `update note set text = 'changed' where id = $1`, values: [1] })
      const asked = await session.query(all)
      session.send(note(2, 'two'))
      return asked
    })
    expect(rows).toEqual([{ id: 1, text: 'changed' }])
    expect(await pool.use(everywhere, (session) => session.query(all))).toHaveLength(2)
  })

  it('that only reads sees the rows of one moment, whatever is written meanwhile, and writes nothing', async () => {
    const seen = await pool.snapshot(everywhere, async (session) => {
      const before = await session.query(all)
      await pool.transact(everywhere, (writing) => writing.query(note(91, 'meanwhile')))
      return [before, await session.planFreely(() => session.query(all))]
    })
    expect(seen[1]).toEqual(seen[0])
    const writing = pool.snapshot(everywhere, (session) => session.query(note(92, 'never')))
    await expect(writing).rejects.toThrow(/read-only/)
    await pool.transact(everywhere, (session) =>
      session.query({ text: 'delete from note where id = $1', values: [91] }),
    )
  })

  it('throws what failed of the things it sent, in the words of their sender, and keeps nothing', async () => {
    const failing = (ask: boolean) =>
      pool.transact(everywhere, async (session) => {
        session.send(note(3, 'three'))
        session.send(note(1, 'again'), () => new Error('the note is there already'))
        session.send(note(4, 'four'))
        if (ask) await session.query(all)
      })
    await expect(failing(true)).rejects.toThrow('the note is there already')
    await expect(failing(false)).rejects.toThrow('the note is there already')
    expect(await pool.use(everywhere, (session) => session.query(all))).toHaveLength(2)
  })

  it('leaves a connection as it found it, whatever the statements and their end were', async () => {
    const range = { text: 'select id from note where id > $1', values: [1] }
    const asMany = (count: number) => Array.from({ length: count }, (_, index) => index)
    await Promise.all(
      asMany(40).map((index) =>
        pool
          .transact(everywhere, async (session) => {
            expect(await session.query(range)).toEqual([{ id: 2 }])
            expect(await session.query({ text: 'select id from note where id = $1', values: [2] })).toEqual([{ id: 2 }])
            if (index % 3 === 0) throw new Error('on purpose')
          })
          .catch((error: Error) => expect(error.message).toBe('on purpose')),
      ),
    )
    expect(await pool.use(everywhere, (session) => session.query(range))).toEqual([{ id: 2 }])
  })
})

describe('a question about everybody', () => {
  it('is planned freely, and what is asked beside it is not', async () => {
    const pool = openPool({ ...database.connectionFor('app'), max: 1 })
    const settings = {
      text: `select current_setting('enable_seqscan') as scan, current_setting('plan_cache_mode') as plans where $1 = 1`,
      values: [1],
    }
    const bound = [{ scan: 'off', plans: 'force_generic_plan' }]
    try {
      await pool.transact(everywhere, async (session) => {
        expect(await session.query(settings)).toEqual(bound)
        const nested = () => session.planFreely(() => session.query(settings))
        expect(await session.planFreely(nested)).toEqual([{ scan: 'on', plans: 'force_custom_plan' }])
        expect(await session.query(settings)).toEqual(bound)
      })
      const failing = pool.transact(everywhere, (session) =>
        session.planFreely(() => session.query({ text: 'select nothing from nowhere', values: [] })),
      )
      await expect(failing).rejects.toThrow('nowhere')
      expect(await pool.transact(everywhere, (session) => session.query(settings))).toEqual(bound)
    } finally {
      await pool.close()
    }
  })
})

describe('a connection that was planned for its values', () => {
  it('still takes what must come first in a transaction', async () => {
    const pool = openPool({ ...database.connectionFor('app'), max: 1 })
    try {
      await pool.use(everywhere, (session) => session.query({ text: 'select id from note where id > $1', values: [0] }))
      const level = await pool.transact(everywhere, async (session) => {
        await session.query({ text: 'set transaction isolation level repeatable read', values: [] })
        return session.query({ text: `select current_setting('transaction_isolation') as level`, values: [] })
      })
      expect(level).toEqual([{ level: 'repeatable read' }])
    } finally {
      await pool.close()
    }
  })
})

describe('the flush of the log', () => {
  it('answers when all that was committed before is on disk', async () => {
    const config = { ...database.connection, options: '-c synchronous_commit=on' }
    const log = openLogFlush(config)
    const write = async (client: Client, id: number): Promise<void> => {
      await client.query('begin; set local synchronous_commit to off')
      await client.query('insert into note values ($1, $2)', [id, 'x'.repeat(500)])
      await client.query('commit')
      const { rows: before } = await client.query('select pg_current_wal_insert_lsn()::text as place')
      await Promise.all([log.wait(), log.wait(), log.wait()])
      const { rows } = await client.query('select pg_current_wal_flush_lsn() >= $1::pg_lsn as "isThere"', [
        before[0].place,
      ])
      expect(rows).toEqual([{ isThere: true }])
    }
    await withClient(database.connection, async (client) => {
      for (let id = 100; id < 110; id += 1) await write(client, id)
    }).finally(() => log.close())
  })
})

describe('a connection that is cut', () => {
  // what nobody hears of reaches Node, which then ends: vitest counts it as an error outside any test
  it('while a transaction waits between two statements fails that transaction as unavailable, and nothing else', async () => {
    const pool = openPool(database.connectionFor('app'))
    try {
      const cut = pool.transact(everywhere, async (session) => {
        await session.query(note(200, 'lost'))
        const [self] = await session.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid', values: [] })
        await withClient(database.connectionFor('owner'), (other) =>
          other.query('select pg_terminate_backend($1)', [self?.pid]),
        )
        await setTimeout(100)
        await session.query(note(201, 'never'))
      })
      await expect(cut).rejects.toMatchObject({ code: 'unavailable' })
      const found = await pool.use(everywhere, (session) =>
        session.query({ text: 'select id from note where id >= $1', values: [200] }),
      )
      expect(found).toEqual([])
    } finally {
      await pool.close()
    }
  })
})

import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import type { FloorQueries } from './floor-queries.js'

/**
 * The floor: Hono and named statements with the same SQL, without sign-in, territory, masks or logs. What a platform can reach at
 * best on this machine; the figures beside it say how much of that is left.
 */
const { connection, queries } = JSON.parse(process.env['FLOOR'] ?? '{}') as {
  connection: pg.PoolConfig
  queries: FloorQueries
}
const pool = new pg.Pool({ ...connection, max: 10 })
const app = new Hono()

app.get('/one/:id', async (c) =>
  c.json((await pool.query({ name: 'one', text: queries.one, values: [c.req.param('id')] })).rows[0]),
)
app.get('/list', async (c) =>
  c.json((await pool.query({ name: 'list', text: queries.list, values: [...queries.listValues] })).rows),
)
const { person, certificate, audit } = queries.create
const patternOf = async (table: string): Promise<Record<string, unknown>> =>
  (await pool.query(`select to_jsonb(t) as row from ${table} t limit 1`)).rows[0].row
const patterns = { person: await patternOf(person), certificate: await patternOf(certificate) }
const insertInto = (table: string, row: Record<string, unknown>) => ({
  name: table,
  text: `insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)`,
  values: [JSON.stringify(row)],
})

app.post('/create', async (c) => {
  const { id } = await c.req.json<{ id: string }>()
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(insertInto(person, { ...patterns.person, id }))
    await client.query(insertInto(certificate, { ...patterns.certificate, id, person: id }))
    await client.query({ name: 'audit', text: audit, values: [id] })
    await client.query('commit')
  } finally {
    client.release()
  }
  return c.json({ id }, 201)
})

const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
  process.send?.({ address: `http://127.0.0.1:${port}` }),
)
process.on('SIGTERM', () => {
  server.close()
  void pool.end().then(() => process.exit(0))
})

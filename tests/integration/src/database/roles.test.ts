import { visitsServer } from '@opendpf/fixtures'
import { personsServer } from '@opendpf/persons/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const sights = ['opendpf_see_all', 'opendpf_see_county', 'opendpf_see_town', 'opendpf_see_village']
const denied = '42501'
let server: TestServer
let recordTables: readonly string[]
beforeAll(async () => {
  server = await startTestServer({ modules: [visitsServer, personsServer] })
  recordTables = [...server.platform.registry.records.values()].map(({ table }) => table)
  const call = server.as({ at: 'all' })
  for (const division of [places.village, places.neighbourVillage]) {
    const { body } = await call('POST', '/api/v1/visits/households', { head: '张三', division })
    await call('PATCH', `/api/v1/visits/households/${body.id}`, { head: '李四' }, { 'if-match': '"1"' })
  }
  await server.platform.accessLog.flush()
})
afterAll(() => server.stop())

interface Wearing {
  readonly sight?: string
  readonly scope?: string
}

/** What becomes of statements of the application's role, with what it put on: the rows they answer or change, or the code of a refusal. */
const attempt = (statements: readonly string[], { sight, scope }: Wearing = {}) =>
  server.connect('app', async (client) => {
    if (sight !== undefined) await client.query(`set role ${sight}`)
    if (scope !== undefined) await client.query(`select set_config('opendpf.scope', $1, false)`, [scope])
    const outcomes: Record<string, unknown> = {}
    for (const statement of statements)
      outcomes[statement] = await client.query(statement).then(
        ({ rows, rowCount }) => (rows.length > 0 ? rows : rowCount),
        ({ code }) => code,
      )
    return outcomes
  })
const refused = (statements: readonly string[]) =>
  Object.fromEntries(statements.map((statement) => [statement, denied]))

const kept = () => ['audit_entry', 'access_log', ...recordTables.map((table) => `${table}_history`)]

describe.each(sights)('%s', (sight) => {
  it('changes and deletes nothing of what is there to prove things', async () => {
    const statements = kept().flatMap((table) => {
      const column = table.endsWith('_history') ? 'recorded_by' : 'actor'
      return [`update ${table} set ${column} = 'x'`, `delete from ${table}`, `truncate ${table}`]
    })
    expect(await attempt(statements, { sight })).toEqual(refused(statements))
  })

  it('reads it, which shows that the refusals are about changing', async () => {
    const outcomes = await attempt(
      kept().map((table) => `select from ${table} limit 1`),
      { sight },
    )
    expect(Object.values(outcomes)).not.toContain(denied)
  })

  it('cannot change the schema, nor become somebody who can', async () => {
    const statements = [
      'create table mine (id text)',
      'alter table visits_household disable row level security',
      'alter table visits_household add column x text',
      'drop table visits_household',
      'drop policy see_county on visits_household',
      'create or replace function numbers_taken(asked_field text, asked_keys text[]) returns table (key text, id text) language sql as $$ select null, null $$',
      'alter role opendpf_app superuser',
      'set role opendpf_migrator',
      'set role opendpf_owner',
      'set session_replication_role = replica',
    ]
    expect(await attempt(statements, { sight })).toEqual(refused(statements))
  })
})

describe('the application without a sight', () => {
  it('reads and writes no table of any record, its history or its names', async () => {
    const tables = [...recordTables, ...kept(), 'number_lookup', 'idempotency', 'outbox', 'visits_household_gram']
    const statements = [
      ...tables.flatMap((table) => [`select from ${table}`, `delete from ${table}`]),
      `select numbers_taken('persons.person.idNumber', array['x'])`,
    ]
    expect(await attempt(statements)).toEqual(refused(statements))
  })
})

describe('a sight', () => {
  const columns = 'id, version, recorded_at, recorded_by, division, county, town, head'
  const values = (code: string) => `'x-${code}', 1, now(), 'x', '${code}100201', '${code}', '${code}100', '张三'`

  it('without a territory shows nothing that lies somewhere', async () => {
    const statement = 'select from visits_household'
    for (const sight of sights.slice(1))
      expect(await attempt([statement], { sight }), sight).toEqual({ [statement]: 0 })
    expect(await attempt([statement], { sight: 'opendpf_see_all' })).toMatchObject({ [statement]: [{}, {}] })
  })

  it('shows its territory, of rows now and then, and of names', async () => {
    const statements = ['visits_household', 'visits_household_history', 'visits_household_gram'].map(
      (table) => `select distinct county from ${table}`,
    )
    const outcomes = await attempt(statements, { sight: 'opendpf_see_county', scope: '990121' })
    expect(outcomes).toEqual(Object.fromEntries(statements.map((statement) => [statement, [{ county: '990121' }]])))
  })

  it('lets nothing be written outside', async () => {
    const insert = `insert into visits_household (${columns}) values (${values('990122')})`
    const move = `update visits_household set county = '990122'`
    const change = `update visits_household set head = head where county = '990122'`
    const remove = `delete from visits_household where county = '990122'`
    expect(await attempt([insert, move, change, remove], { sight: 'opendpf_see_county', scope: '990121' })).toEqual({
      [insert]: denied,
      [move]: denied,
      [change]: 0,
      [remove]: 0,
    })
  })
})

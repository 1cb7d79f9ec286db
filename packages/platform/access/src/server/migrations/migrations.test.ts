import { openPool, verifySchema } from '@opendpf/database'
import { getMigrations } from 'better-auth/db/migration'
import { expect, test } from 'vitest'
import { access } from '../../contract/index.js'
import { testDoor } from '../../testing/door.js'
import { readAccessConfig } from '../config.js'
import { createLibrary } from '../engine/library.js'
import { withInstants } from '../instants.js'

const door = testDoor()
const config = readAccessConfig({
  secret: 'a secret of a test that protects nothing',
  publicUrl: 'http://dpf.example',
  oidc: { title: 'x', discoveryUrl: 'http://127.0.0.1:1/none', clientId: 'x' },
})

test('the sign-in library finds every table and column it needs', async () => {
  const { options } = createLibrary({ kysely: door.db, clock: door.clock, config })
  const { toBeCreated, toBeAdded } = await getMigrations(options)
  expect(toBeCreated).toEqual([])
  expect(toBeAdded.map(({ table, fields }) => [table, Object.keys(fields)])).toEqual([])
})

test('the records have the tables their contracts promise', async () => {
  const pool = openPool(door.connection)
  try {
    expect(await pool.use({ level: 'all' }, (session) => verifySchema(session, Object.values(access.records)))).toEqual(
      [],
    )
  } finally {
    await pool.close()
  }
})

test('instants are dates, whether the driver makes text of them or not', async () => {
  const now = new Date('2026-06-15T02:00:00.123Z')
  const row = { key: 'user:x', count: 1, since: now, last_at: now, locked_until: null }
  await door.db.insertInto('auth_attempt').values(row).execute()
  const textual = door.textual()
  try {
    expect((await textual.selectFrom('auth_attempt').selectAll().executeTakeFirst())?.since).toBe(
      '2026-06-15T02:00:00.123Z',
    )
    expect(await withInstants(textual).selectFrom('auth_attempt').selectAll().executeTakeFirst()).toEqual(row)
  } finally {
    await textual.destroy()
  }
})

import { expect, test } from 'vitest'
import { withClient } from '../connection/connections.js'
import { openTestDatabase, useTestDatabase } from './test-database.js'

let prepared = 0

const options = {
  key: `test-database.test ${process.pid}`,
  prepare: async ({ connection }: { readonly connection: object }) => {
    prepared += 1
    await run(connection, 'create table place (name text primary key); grant select, insert on place to opendpf_app')
  },
}

const database = useTestDatabase(options)

async function run(connection: object, sql: string): Promise<readonly unknown[]> {
  return withClient(connection, async (client) => (await client.query(sql)).rows)
}

test('a clone holds what was prepared, and the application role may not change the schema', async () => {
  await run(database.connectionFor('app'), `insert into place values ('Linhai')`)
  expect(await run(database.connection, 'select name from place')).toEqual([{ name: 'Linhai' }])
  await expect(run(database.connectionFor('app'), 'create table other (id int)')).rejects.toMatchObject({
    code: '42501',
  })
})

test('a second database of the same key is another clone and is not prepared again', async () => {
  const second = await openTestDatabase(options)
  expect(await run(second.connection, 'select name from place')).toEqual([])
  expect(prepared).toBe(1)
  await second.drop()
  await expect(run(second.connection, 'select 1')).rejects.toMatchObject({ code: '3D000' })
})

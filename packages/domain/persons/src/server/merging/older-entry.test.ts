import { type Call, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { persons } from '../../contract/index.js'
import { addPerson, idNumber } from '../../testing/people.js'
import { personsServer } from '../persons-server.js'

let server: TestServer
let call: Call
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer] })
  call = server.as()
})
afterAll(() => server.stop())

/** All pairs of likely duplicates, without versions. */
const pairs = () =>
  server.write(async ({ read }) =>
    (await read.many(persons.records.duplicate, {})).map(({ person, other, otherName, state }) => ({
      person,
      other,
      otherName,
      state,
    })),
  )

it('a merge of the older entry into the newer leaves no pair that points at what is gone, and is undone like any other', async () => {
  const entries = []
  for (const sequence of [601, 603, 605])
    entries.push(await addPerson(call, { name: '俞先后', idNumber: idNumber('1987-08-08', sequence) }))
  const [older, newer, third] = entries
  const before = await pairs()
  expect(before).toHaveLength(3)
  const { body } = await call('POST', '/api/v1/persons/merges', { keep: newer.id, drop: older.id })
  const after = await pairs()
  expect(after).toHaveLength(2)
  expect(after).toContainEqual({ person: newer.id, other: older.id, otherName: '俞先后', state: 'merged' })
  expect(after).toContainEqual({ person: newer.id, other: third.id, otherName: '俞先后', state: 'open' })
  expect((await call('POST', `/api/v1/persons/merges/${body.id}/undo`)).status).toBe(200)
  expect(await pairs()).toEqual(expect.arrayContaining(before))
  expect(await pairs()).toHaveLength(3)
})

import { expect, test, vi } from 'vitest'
import type { Browser } from '../../testing/browser.js'
import { hour, minute, second } from '../../testing/clock.js'
import { testDoor } from '../../testing/door.js'
import { goodPassword, grantRole, insertPerson } from '../../testing/people.js'
import { announce } from '../changes.js'

const door = testDoor()

const signedIn = async (username = 'lifang'): Promise<Browser> => {
  const browser = door.browser()
  expect((await browser.send('POST', '/api/v1/session', { username, password: goodPassword })).status).toBe(200)
  return browser
}
const isIn = async (browser: Browser): Promise<boolean> =>
  (await door.authenticator.authenticate(browser.headers)) !== undefined

/** Counts the statements that reach the database while something runs. */
const statements = async (work: () => Promise<unknown>): Promise<number> => {
  const spy = vi.spyOn(door.db.getExecutor(), 'executeQuery')
  try {
    await work()
    return spy.mock.calls.length
  } finally {
    spy.mockRestore()
  }
}

test('a session ends after half an hour without a request', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const browser = await signedIn()
  for (let visit = 0; visit < 4; visit += 1) {
    door.clock.advance(29 * minute)
    expect(await isIn(browser)).toBe(true)
  }
  door.clock.advance(30 * minute)
  expect(await isIn(browser)).toBe(false)
  expect(await door.db.selectFrom('auth_session').select('id').execute()).toEqual([])
})

test('it ends twelve hours after the sign-in, however busy it was', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const browser = await signedIn()
  for (let visit = 0; visit < 12 * 3 - 1; visit += 1) {
    door.clock.advance(20 * minute)
    expect(await isIn(browser)).toBe(true)
  }
  door.clock.advance(20 * minute)
  expect(await isIn(browser)).toBe(false)
})

test('a session that ended stays ended when the clock is wrong for a while', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const browser = await signedIn()
  door.clock.advance(13 * hour)
  expect(await isIn(browser)).toBe(false)
  door.clock.advance(-13 * hour)
  expect(await isIn(browser)).toBe(false)
})

test('a busy session is answered from memory', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const browser = await signedIn()
  await isIn(browser)
  expect(
    await statements(async () => {
      for (let request = 0; request < 500; request += 1) {
        door.clock.advance(10)
        await isIn(browser)
      }
    }),
  ).toBe(0)
})

test('a hundred requests at once look into the database as often as one', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const browser = await signedIn()
  door.clock.advance(20 * second)
  const one = await statements(() => isIn(browser))
  door.clock.advance(20 * second)
  const hundred = await statements(() => Promise.all(Array.from({ length: 100 }, () => isIn(browser))))
  expect(one).toBeGreaterThan(0)
  expect(hundred).toBe(one)
})

test('visits are written down once a minute at most', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const browser = await signedIn()
  const seen = async () =>
    (await door.db.selectFrom('auth_session').select('seen_at').executeTakeFirstOrThrow()).seen_at
  const first = await seen()
  door.clock.advance(59 * second)
  await isIn(browser)
  expect(await seen()).toEqual(first)
  door.clock.advance(second + 11 * second)
  await isIn(browser)
  expect(await seen()).toEqual(door.clock.now())
})

test('what is announced holds at once here and within fifteen seconds elsewhere', async () => {
  const id = await insertPerson(door.db, { username: 'lifang', roles: ['village-commissioner'] })
  const browser = await signedIn()
  const elsewhere = door.elsewhere()
  const may = async (authenticator: typeof elsewhere) =>
    (await authenticator.authenticate(browser.headers))?.actor.permissions.has('register:entry.update')
  expect(await may(door.authenticator)).toBe(false)
  expect(await may(elsewhere)).toBe(false)
  elsewhere.close()
  await grantRole(door.db, { holder: id, role: 'town-clerk' })
  announce([id])
  expect(await may(door.authenticator)).toBe(true)
  expect(await may(elsewhere)).toBe(false)
  door.clock.advance(15 * second)
  expect(await may(elsewhere)).toBe(true)
})

test('what is announced before its transaction commits holds when it has', async () => {
  const id = await insertPerson(door.db, { username: 'lifang' })
  const browser = await signedIn()
  expect(await isIn(browser)).toBe(true)
  await door.db.transaction().execute(async (tx) => {
    await tx.updateTable('access_user').set({ is_disabled: true }).where('id', '=', id).execute()
    announce([id])
    // somebody asks between the announcement and the commit, and still sees the old row
    expect(await isIn(browser)).toBe(true)
  })
  expect(await isIn(browser)).toBe(false)
})

test('a change of roles concerns everybody', async () => {
  await insertPerson(door.db, { username: 'lifang', roles: ['town-clerk'] })
  const browser = await signedIn()
  const before = await door.authenticator.authenticate(browser.headers)
  expect(before?.account.roles).toMatchObject([{ title: '乡镇经办人' }])
  await door.db.updateTable('access_role').set({ title: '街道经办人' }).execute()
  announce('everybody')
  expect((await door.authenticator.authenticate(browser.headers))?.account.roles).toMatchObject([
    { title: '街道经办人' },
  ])
})

test('a removed user is nobody', async () => {
  const id = await insertPerson(door.db, { username: 'lifang' })
  const browser = await signedIn()
  await door.db.deleteFrom('access_user').where('id', '=', id).execute()
  announce([id])
  expect(await isIn(browser)).toBe(false)
})

test('somebody whom a tampered database gives roles of two kinds gains by neither', async () => {
  await insertPerson(door.db, { username: 'lifang', roles: ['audit-administrator', 'county-leader'] })
  const session = await door.authenticator.authenticate((await signedIn()).headers)
  expect(session?.actor.permissions.size).toBe(0)
})

test('who is responsible for everything has no limit of territory', async () => {
  await insertPerson(door.db, { username: 'lifang', isEverywhere: true })
  const session = await door.authenticator.authenticate((await signedIn()).headers)
  expect(session).toMatchObject({ actor: { scope: { level: 'all' } }, isCookie: true })
})

test('a connection whose driver makes text of instants keeps the same limits', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const browser = await signedIn()
  const db = door.textual()
  const textual = door.elsewhere(db)
  try {
    expect(await textual.authenticate(browser.headers)).toMatchObject({ state: 'signed-in' })
    door.clock.advance(31 * minute)
    expect(await textual.authenticate(browser.headers)).toBeUndefined()
  } finally {
    textual.close()
    await db.destroy()
  }
})

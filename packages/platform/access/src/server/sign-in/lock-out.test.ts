import { expect, test } from 'vitest'
import { minute, second } from '../../testing/clock.js'
import { testDoor } from '../../testing/door.js'
import { goodPassword, insertPerson } from '../../testing/people.js'
import { createAttempts, userKey } from './attempts.js'

const limits = { failures: 5, windowMinutes: 15, lockMinutes: 15, addressFailures: 20, addressWaitSeconds: 15 }
const door = testDoor({ config: { lockOut: { addressFailures: 8 } } })

let address = 0
const nextAddress = (): string => {
  address += 1
  return `192.0.2.${address}`
}
const attempt = async (username: string, password: string, from = nextAddress()) => {
  const { status, body } = await door.browser(from).send('POST', '/api/v1/session', { username, password })
  return { status, body }
}
const fail = async (username: string, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) expect((await attempt(username, 'wrong password')).status).toBe(401)
}

test('five failures lock the account for a quarter of an hour, for the right password too', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  await fail('lifang', 5)
  const locked = await attempt('lifang', goodPassword)
  expect(locked).toMatchObject({ status: 423, body: { code: 'locked-out' } })
  expect(locked.body.detail).toContain('15 分钟')
  door.clock.advance(15 * minute - second)
  expect((await attempt('lifang', goodPassword)).body.detail).toContain('1 分钟')
  door.clock.advance(second)
  expect((await attempt('lifang', goodPassword)).status).toBe(200)
})

test('a name nobody has locks in the same way', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  await fail('lifang', 5)
  await fail('nobody', 5)
  expect(await attempt('nobody', goodPassword)).toEqual(await attempt('lifang', goodPassword))
})

test('four failures and a success are forgotten', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  await fail('lifang', 4)
  expect((await attempt('lifang', goodPassword)).status).toBe(200)
  await fail('lifang', 4)
  expect((await attempt('lifang', goodPassword)).status).toBe(200)
})

test('failures count for a quarter of an hour', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  await fail('lifang', 4)
  door.clock.advance(15 * minute)
  await fail('lifang', 4)
  expect((await attempt('lifang', goodPassword)).status).toBe(200)
})

test('another account is not concerned', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  await insertPerson(door.db, { username: 'wangwei' })
  await fail('lifang', 5)
  expect((await attempt('wangwei', goodPassword)).status).toBe(200)
})

test('thirty attempts at once look at no more than five passwords', async () => {
  const attempts = createAttempts({ db: door.db, clock: door.clock, limits })
  const begun = await Promise.allSettled(Array.from({ length: 30 }, () => attempts.begin('user:crowd')))
  expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
})

test('a lock survives a restart and is lifted by removing it', async () => {
  const id = await insertPerson(door.db, { username: 'lifang' })
  await fail('lifang', 5)
  const after = createAttempts({ db: door.db, clock: door.clock, limits })
  await expect(after.begin(userKey(id))).rejects.toMatchObject({ code: 'locked-out' })
  await door.db.deleteFrom('auth_attempt').where('key', '=', userKey(id)).execute()
  await expect(after.begin(userKey(id))).resolves.toBeUndefined()
})

test('an address with many failures waits between attempts, longer each time, and never for long', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const from = '203.0.113.5'
  for (let name = 0; name < 8; name += 1)
    expect((await attempt(`guess${name}`, 'wrong password', from)).status).toBe(401)
  expect(await attempt('lifang', goodPassword, from)).toMatchObject({
    status: 429,
    body: { code: 'too-many-requests' },
  })
  expect((await attempt('lifang', goodPassword, '203.0.113.6')).status).toBe(200)
  door.clock.advance(second)
  expect((await attempt('guess8', 'wrong password', from)).status).toBe(401)
  door.clock.advance(second)
  expect((await attempt('guess9', 'wrong password', from)).status).toBe(429)
  door.clock.advance(second)
  expect((await attempt('lifang', goodPassword, from)).status).toBe(200)
  for (let name = 20; name < 30; name += 1) {
    door.clock.advance(15 * second)
    expect((await attempt(`guess${name}`, 'wrong password', from)).status).toBe(401)
  }
})

test('what no longer counts is swept away', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  await fail('nobody', 3)
  door.clock.advance(16 * minute)
  expect((await attempt('lifang', goodPassword)).status).toBe(200)
  expect(await door.db.selectFrom('auth_attempt').select('key').execute()).toEqual([])
})

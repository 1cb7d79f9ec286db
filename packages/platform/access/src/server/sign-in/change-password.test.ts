import { expect, test } from 'vitest'
import { hour } from '../../testing/clock.js'
import { testDoor } from '../../testing/door.js'
import { goodPassword, insertPerson } from '../../testing/people.js'

const door = testDoor({ config: { passwords: { maxAgeDays: 365 } } })
const next = 'Another-heron-48'
const path = '/api/v1/session/password'

test('a first password must be changed before anything else', async () => {
  await insertPerson(door.db, { username: 'lifang', roles: ['town-clerk'], mustChangePassword: true })
  const browser = door.browser()
  expect(
    (await browser.send('POST', '/api/v1/session', { username: 'lifang', password: goodPassword })).body.state,
  ).toBe('change-password')
  expect((await browser.send('GET', '/api/v1/me')).body.permissions).toEqual([])
  expect((await browser.send('POST', path, { current: goodPassword, next })).body).toEqual({ state: 'signed-in' })
  expect((await browser.send('GET', '/api/v1/me')).body.permissions).not.toEqual([])
  expect(
    (await door.browser().send('POST', '/api/v1/session', { username: 'lifang', password: goodPassword })).status,
  ).toBe(401)
  expect(
    (await door.browser().send('POST', '/api/v1/session', { username: 'lifang', password: next })).body.state,
  ).toBe('signed-in')
})

test('an approver changes the password first and then sets up the second factor', async () => {
  await insertPerson(door.db, { username: 'approver', roles: ['county-approver'], mustChangePassword: true })
  const browser = door.browser()
  expect(
    (await browser.send('POST', '/api/v1/session', { username: 'approver', password: goodPassword })).body.state,
  ).toBe('change-password')
  expect((await browser.send('POST', path, { current: goodPassword, next })).body.state).toBe('enrol-second-factor')
})

test.each([
  [{ current: 'not this one', next }, 'current', 'current'],
  [{ current: goodPassword, next: goodPassword }, 'next', 'same'],
  [{ current: goodPassword, next: 'short' }, 'next', 'tooShort'],
  [{ current: goodPassword, next: 'lifang-2026-x' }, 'next', 'hasUsername'],
  [{ current: goodPassword, next: 'Password123' }, 'next', 'common'],
])('%j is refused', async (body, field, code) => {
  await insertPerson(door.db, { username: 'lifang' })
  const browser = door.browser()
  await browser.send('POST', '/api/v1/session', { username: 'lifang', password: goodPassword })
  const answer = await browser.send('POST', path, body)
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: field, code }] } })
  expect(
    (await door.browser().send('POST', '/api/v1/session', { username: 'lifang', password: goodPassword })).status,
  ).toBe(200)
})

test('guessing the current password locks the account', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const browser = door.browser()
  await browser.send('POST', '/api/v1/session', { username: 'lifang', password: goodPassword })
  for (let guess = 0; guess < 5; guess += 1)
    expect((await browser.send('POST', path, { current: `guess ${guess}`, next })).status).toBe(422)
  expect((await browser.send('POST', path, { current: goodPassword, next })).status).toBe(423)
})

test('all other sessions of the user end, at once and everywhere', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const here = door.browser()
  const there = door.browser()
  for (const browser of [here, there]) {
    await browser.send('POST', '/api/v1/session', { username: 'lifang', password: goodPassword })
    expect((await browser.send('GET', '/api/v1/me')).status).toBe(200)
  }
  await here.send('POST', path, { current: goodPassword, next })
  expect((await there.send('GET', '/api/v1/me')).status).toBe(401)
  expect((await here.send('GET', '/api/v1/me')).status).toBe(200)
})

test('a password that grew old must be changed, where the deployment says so', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  door.clock.advance(365 * 24 * hour)
  const { body } = await door.browser().send('POST', '/api/v1/session', { username: 'lifang', password: goodPassword })
  expect(body.state).toBe('change-password')
})

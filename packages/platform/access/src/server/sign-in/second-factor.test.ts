import { expect, test } from 'vitest'
import type { Browser } from '../../testing/browser.js'
import { minute, second } from '../../testing/clock.js'
import { testDoor } from '../../testing/door.js'
import { oneTimeCode } from '../../testing/one-time-code.js'
import { goodPassword, insertPerson } from '../../testing/people.js'

const door = testDoor()

const signIn = async (browser: Browser, username = 'approver') =>
  (await browser.send('POST', '/api/v1/session', { username, password: goodPassword })).body.state

/** Makes an approver with a second factor; the time stands at the code that confirmed it. */
const enrolled = async (username = 'approver') => {
  const id = await insertPerson(door.db, { username, roles: ['county-approver'] })
  const browser = door.browser()
  expect(await signIn(browser, username)).toBe('enrol-second-factor')
  const { secret, uri } = (await browser.send('POST', '/api/v1/session/second-factor/enrol')).body
  const confirmed = await browser.send('POST', '/api/v1/session/second-factor/enrol/confirm', {
    code: oneTimeCode(secret, door.clock.now()),
  })
  expect(confirmed.status).toBe(200)
  return {
    id,
    browser,
    secret: secret as string,
    uri: uri as string,
    recoveryCodes: confirmed.body.recoveryCodes as string[],
  }
}

test('a role that may reveal asks for a second factor before it may do anything', async () => {
  await insertPerson(door.db, { username: 'approver', roles: ['county-approver'] })
  const browser = door.browser()
  expect(await signIn(browser)).toBe('enrol-second-factor')
  expect((await browser.send('GET', '/api/v1/me')).body).toMatchObject({
    state: 'enrol-second-factor',
    permissions: [],
  })
  const session = await door.authenticator.authenticate(browser.headers)
  expect(session?.actor.permissions.size).toBe(0)
})

test('enrolment finishes the sign-in and hands out ten recovery codes', async () => {
  const { browser, uri, secret, recoveryCodes } = await enrolled()
  expect(uri).toBe(`otpauth://totp/OpenDPF%3Aapprover?secret=${secret}&issuer=OpenDPF&digits=6&period=30`)
  expect(new Set(recoveryCodes).size).toBe(10)
  const me = (await browser.send('GET', '/api/v1/me')).body
  expect(me).toMatchObject({ state: 'signed-in', hasSecondFactor: true })
  expect(me.permissions).toContain('register:entry.reveal')
  expect((await browser.send('POST', '/api/v1/session/second-factor/enrol')).status).toBe(409)
})

test('the next sign-in wants a code', async () => {
  const { secret } = await enrolled()
  door.clock.advance(minute)
  const browser = door.browser()
  expect(await signIn(browser)).toBe('second-factor')
  expect((await browser.send('GET', '/api/v1/me')).body).toMatchObject({ state: 'second-factor', permissions: [] })
  const wrong = await browser.send('POST', '/api/v1/session/second-factor', { code: oneTimeCode(secret, new Date(0)) })
  expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: 'code' }] } })
  const right = await browser.send('POST', '/api/v1/session/second-factor', {
    code: oneTimeCode(secret, door.clock.now()),
  })
  expect(right).toMatchObject({ status: 200, body: { state: 'signed-in' } })
  expect((await browser.send('GET', '/api/v1/me')).body.state).toBe('signed-in')
})

test('a code is good once: not in another sign-in, and not for the one that comes second', async () => {
  const { secret } = await enrolled()
  const repeated = door.browser()
  await signIn(repeated)
  expect(
    (await repeated.send('POST', '/api/v1/session/second-factor', { code: oneTimeCode(secret, door.clock.now()) }))
      .status,
  ).toBe(422)
  door.clock.advance(minute)
  const code = oneTimeCode(secret, door.clock.now())
  const browsers = [door.browser(), door.browser(), door.browser()]
  for (const browser of browsers) expect(await signIn(browser)).toBe('second-factor')
  const answers = await Promise.all(
    browsers.map((browser) => browser.send('POST', '/api/v1/session/second-factor', { code })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
})

test('another user may have the same code at the same moment', async () => {
  const one = await enrolled('one')
  const two = await enrolled('two')
  door.clock.advance(minute)
  for (const [username, secret] of [
    ['one', one.secret],
    ['two', two.secret],
  ] as const) {
    const browser = door.browser()
    await signIn(browser, username)
    expect(
      (await browser.send('POST', '/api/v1/session/second-factor', { code: oneTimeCode(secret, door.clock.now()) }))
        .status,
    ).toBe(200)
  }
})

test('a code of the step before still counts, an older one does not', async () => {
  const { secret } = await enrolled()
  door.clock.advance(10 * minute)
  const late = new Date(door.clock.now().getTime() - 30 * second)
  const old = new Date(door.clock.now().getTime() - 90 * second)
  const browser = door.browser()
  await signIn(browser)
  expect((await browser.send('POST', '/api/v1/session/second-factor', { code: oneTimeCode(secret, old) })).status).toBe(
    422,
  )
  expect(
    (await browser.send('POST', '/api/v1/session/second-factor', { code: oneTimeCode(secret, late) })).status,
  ).toBe(200)
})

test('a recovery code is good once, however it is written, and for its owner alone', async () => {
  const { recoveryCodes } = await enrolled()
  const [code = '', other = ''] = recoveryCodes
  const first = door.browser()
  await signIn(first)
  expect(
    (await first.send('POST', '/api/v1/session/second-factor', { recoveryCode: ` ${code.toUpperCase()} ` })).body,
  ).toEqual({ state: 'signed-in' })
  const second = door.browser()
  await signIn(second)
  expect((await second.send('POST', '/api/v1/session/second-factor', { recoveryCode: code })).status).toBe(422)
  await enrolled('another')
  const stranger = door.browser()
  await signIn(stranger, 'another')
  expect((await stranger.send('POST', '/api/v1/session/second-factor', { recoveryCode: other })).status).toBe(422)
  expect((await second.send('POST', '/api/v1/session/second-factor', { recoveryCode: other })).status).toBe(200)
})

test('of several sign-ins with the same recovery code at once, one succeeds', async () => {
  const { recoveryCodes } = await enrolled()
  const browsers = [door.browser(), door.browser(), door.browser()]
  for (const browser of browsers) await signIn(browser)
  const answers = await Promise.all(
    browsers.map((browser) =>
      browser.send('POST', '/api/v1/session/second-factor', { recoveryCode: recoveryCodes[0] }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
})

test('guessing codes locks them, and a right password in between forgives nothing', async () => {
  const { secret } = await enrolled()
  door.clock.advance(minute)
  const guess = async (browser: Browser, code: string) =>
    (await browser.send('POST', '/api/v1/session/second-factor', { code })).status
  for (const code of ['100001', '100002', '100003', '100004', '100005']) {
    const browser = door.browser()
    expect(await signIn(browser)).toBe('second-factor')
    expect(await guess(browser, code)).toBe(422)
  }
  const browser = door.browser()
  expect(await signIn(browser)).toBe('second-factor')
  expect(await guess(browser, oneTimeCode(secret, door.clock.now()))).toBe(423)
  door.clock.advance(15 * minute)
  const later = door.browser()
  await signIn(later)
  expect(await guess(later, oneTimeCode(secret, door.clock.now()))).toBe(200)
})

test('without the code nothing about the account can be changed', async () => {
  const { secret } = await enrolled()
  const browser = door.browser()
  await signIn(browser)
  const calls = [
    ['/api/v1/session/password', { current: goodPassword, next: 'Another-heron-48' }],
    ['/api/v1/session/second-factor/enrol', undefined],
    ['/api/v1/session/second-factor/enrol/confirm', { code: oneTimeCode(secret, door.clock.now()) }],
  ] as const
  for (const [path, body] of calls)
    expect((await browser.send('POST', path, body)).body.code).toBe('second-factor-required')
})

test('a sign-in that stays half-way is over after ten minutes', async () => {
  await enrolled()
  const browser = door.browser()
  expect(await signIn(browser)).toBe('second-factor')
  door.clock.advance(10 * minute)
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(401)
})

test('a second factor that was not confirmed locks nobody out', async () => {
  await insertPerson(door.db, { username: 'approver', roles: ['county-approver'] })
  const browser = door.browser()
  await signIn(browser)
  const first = (await browser.send('POST', '/api/v1/session/second-factor/enrol')).body.secret
  const again = (await browser.send('POST', '/api/v1/session/second-factor/enrol')).body.secret
  expect(first).not.toBe(again)
  expect(
    (
      await browser.send('POST', '/api/v1/session/second-factor/enrol/confirm', {
        code: oneTimeCode(first, door.clock.now()),
      })
    ).status,
  ).toBe(422)
  expect(await signIn(door.browser())).toBe('enrol-second-factor')
})

test('secrets and recovery codes are sealed in the database', async () => {
  const { recoveryCodes } = await enrolled()
  const row = await door.db.selectFrom('auth_two_factor').selectAll().executeTakeFirstOrThrow()
  for (const code of recoveryCodes) expect(row.backup_codes).not.toContain(code)
  expect(row.backup_codes).not.toContain('[')
  expect(row.secret).toMatch(/^[0-9a-f]{60,}$/)
})

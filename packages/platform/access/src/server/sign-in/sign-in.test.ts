import { expect, test } from 'vitest'
import { testDoor } from '../../testing/door.js'
import { goodPassword, insertPerson } from '../../testing/people.js'
import { quickPasswords } from '../../testing/quick-passwords.js'

let verified = 0
const door = testDoor({
  passwords: {
    ...quickPasswords,
    verify: (hash, password) => {
      verified += 1
      return quickPasswords.verify(hash, password)
    },
  },
})

test('a user signs in, says who he is, and signs out', async () => {
  const id = await insertPerson(door.db, { username: 'li.fang', division: '990121100000', roles: ['town-clerk'] })
  const browser = door.browser()
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(401)
  const answer = await browser.send('POST', '/api/v1/session', { username: ' LI.Fang ', password: goodPassword })
  expect(answer).toMatchObject({ status: 200, body: { state: 'signed-in' } })
  const me = await browser.send('GET', '/api/v1/me')
  expect(me.body).toMatchObject({
    id,
    username: 'li.fang',
    division: '990121100000',
    scope: { level: 'town', code: '990121100' },
    roles: [{ title: '乡镇经办人' }],
    state: 'signed-in',
  })
  expect(me.body.permissions).toContain('register:entry.update')
  expect((await browser.send('GET', '/api/v1/me', undefined, { 'accept-language': 'en' })).body.roles[0].title).toBe(
    'Town clerk',
  )
  const before = browser.headers
  expect((await browser.send('DELETE', '/api/v1/session')).status).toBe(204)
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(401)
  expect(await door.authenticator.authenticate(before)).toBeUndefined()
})

test('the session cookie is out of reach of scripts and other sites', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const answer = await door.browser().send('POST', '/api/v1/session', { username: 'lifang', password: goodPassword })
  const cookie = answer.headers.getSetCookie().find((set) => set.startsWith('opendpf.session_token='))
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
  expect(cookie).not.toMatch(/Max-Age/i)
})

test('a session whose cookie was changed is none', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const browser = door.browser()
  await browser.send('POST', '/api/v1/session', { username: 'lifang', password: goodPassword })
  const cookie = browser.headers.get('cookie') ?? ''
  const { token } = await door.db.selectFrom('auth_session').select('token').executeTakeFirstOrThrow()
  expect(cookie).toContain(token)
  expect(await door.authenticator.authenticate(new Headers({ cookie }))).toBeDefined()
  expect(
    await door.authenticator.authenticate(new Headers({ cookie: `opendpf.session_token=${token}` })),
  ).toBeUndefined()
  expect(
    await door.authenticator.authenticate(new Headers({ cookie: cookie.replace(/.{6}%3D/, 'AAAAAA%3D') })),
  ).toBeUndefined()
})

test('an unknown user, a wrong password, a user without one and a disabled user get the same answer after the same work', async () => {
  await insertPerson(door.db, { username: 'known' })
  const bare = await insertPerson(door.db, { username: 'bare' })
  await door.db.deleteFrom('auth_account').where('user_id', '=', bare).execute()
  await insertPerson(door.db, { username: 'gone' })
  await door.db.updateTable('access_user').set({ is_disabled: true }).where('username', '=', 'gone').execute()
  const answers = []
  for (const [username, password] of [
    ['known', 'wrong password'],
    ['nobody', goodPassword],
    ['bare', goodPassword],
    ['gone', goodPassword],
  ]) {
    verified = 0
    const { status, body } = await door.browser().send('POST', '/api/v1/session', { username, password })
    answers.push({ status, body, verified })
  }
  expect(answers[0]).toMatchObject({
    status: 401,
    verified: 1,
    body: { errors: [{ path: 'password', message: '用户名或密码不正确，请核对后重试' }] },
  })
  for (const answer of answers) expect(answer).toEqual(answers[0])
})

test('a page of another site cannot sign out with our cookie', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const browser = door.browser()
  await browser.send('POST', '/api/v1/session', { username: 'lifang', password: goodPassword })
  expect((await browser.send('DELETE', '/api/v1/session', undefined, { 'x-opendpf': '' })).status).toBe(403)
  expect(
    (await browser.send('DELETE', '/api/v1/session', undefined, { origin: 'https://elsewhere.example' })).status,
  ).toBe(403)
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(200)
})

test('only JSON signs in, and what is missing is named', async () => {
  const browser = door.browser()
  expect((await browser.send('POST', '/api/v1/session', {}, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await browser.send('POST', '/api/v1/session', { username: 'a' })).body.errors).toMatchObject([
    { path: 'password' },
  ])
})

test('the sign-in log says who came and who was refused, and keeps no name that nobody has', async () => {
  const id = await insertPerson(door.db, { username: 'lifang' })
  await door.db.selectFrom('auth_event').select('id').execute()
  const start = door.clock.now()
  door.clock.advance(1000)
  const browser = door.browser('192.0.2.7')
  await browser.send('POST', '/api/v1/session', { username: 'lifang', password: 'wrong password' })
  await browser.send('POST', '/api/v1/session', { username: 'my secret word', password: 'x' })
  await browser.send('POST', '/api/v1/session', { username: 'lifang', password: goodPassword })
  await browser.send('DELETE', '/api/v1/session')
  const events = await door.db.selectFrom('auth_event').selectAll().where('at', '>', start).orderBy('id').execute()
  expect(events.map(({ kind, user_id, username, county }) => [kind, user_id, username, county])).toEqual([
    ['refused', id, 'lifang', '990121'],
    ['refused', null, null, null],
    ['signed-in', id, 'lifang', '990121'],
    ['signed-out', id, 'lifang', '990121'],
  ])
  expect(new Set(events.map(({ address }) => address))).toEqual(new Set(['192.0.2.7']))
  await expect(door.db.deleteFrom('auth_event').execute()).rejects.toThrow('permission denied')
})

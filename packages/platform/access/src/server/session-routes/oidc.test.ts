import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '../../testing/browser.js'
import { testDoor } from '../../testing/door.js'
import { type OidcProvider, startOidcProvider } from '../../testing/oidc-provider.js'
import { insertPerson } from '../../testing/people.js'

let provider: OidcProvider
beforeAll(async () => {
  provider = await startOidcProvider()
})
afterAll(() => provider.close())

const door = testDoor({
  config: () => ({
    oidc: {
      title: '县政务统一认证',
      discoveryUrl: provider.discoveryUrl,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
    },
  }),
})

beforeEach(() => {
  provider.fault = 'none'
  provider.user = { sub: 'staff-17', preferred_username: 'lifang' }
})

/** Sends the browser to the provider and brings back where the provider sends it. */
const visitProvider = async (browser: Browser, returnTo = '/work'): Promise<string> => {
  const start = await browser.send('GET', `/api/v1/session/oidc?returnTo=${encodeURIComponent(returnTo)}`)
  expect(start.status).toBe(302)
  const back = await fetch(start.headers.get('location') ?? '', { redirect: 'manual' })
  const { pathname, search } = new URL(back.headers.get('location') ?? '')
  return pathname + search
}
const signIn = async (browser: Browser) => browser.send('GET', await visitProvider(browser))
const landsOn = (answer: { readonly headers: Headers }): string => {
  const url = new URL(answer.headers.get('location') ?? '', 'http://dpf.example')
  return `${url.pathname} ${url.searchParams.get('error') ?? ''}`.trim()
}

test('the sign-in page learns that there is a provider', async () => {
  expect((await door.browser().send('GET', '/api/v1/session/methods')).body).toEqual({
    password: true,
    passwords: { minLength: 10 },
    oidc: { title: '县政务统一认证' },
  })
})

test('a user of ours whom the provider knows is signed in', async () => {
  const id = await insertPerson(door.db, { username: 'lifang', roles: ['town-clerk'] })
  const browser = door.browser()
  const answer = await signIn(browser)
  expect(landsOn(answer)).toBe('/work')
  expect((await browser.send('GET', '/api/v1/me')).body).toMatchObject({ id, state: 'signed-in' })
  const events = await door.db.selectFrom('auth_event').select('kind').where('user_id', '=', id).execute()
  expect(events).toEqual([{ kind: 'signed-in' }])
})

test('later he is known by the provider’s number, not by a name that may change', async () => {
  const id = await insertPerson(door.db, { username: 'lifang' })
  await insertPerson(door.db, { username: 'wangwei' })
  await signIn(door.browser())
  provider.user = { sub: 'staff-17', preferred_username: 'wangwei' }
  const browser = door.browser()
  await signIn(browser)
  expect((await browser.send('GET', '/api/v1/me')).body.id).toBe(id)
})

test('whom nobody made a user gets in nowhere, and no user is made', async () => {
  const browser = door.browser()
  expect(landsOn(await signIn(browser))).toMatch(/^\/sign-in signup/)
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(401)
  expect(await door.db.selectFrom('auth_user').select('id').execute()).toEqual([])
})

test('a disabled user gets in nowhere', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  await door.db.updateTable('access_user').set({ is_disabled: true }).execute()
  const browser = door.browser()
  await signIn(browser)
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(401)
})

test('a first password that waits is no matter for who comes by the provider', async () => {
  await insertPerson(door.db, { username: 'lifang', mustChangePassword: true })
  const browser = door.browser()
  await signIn(browser)
  expect((await browser.send('GET', '/api/v1/me')).body.state).toBe('signed-in')
})

test.each(['signature', 'nonce'] as const)('a token with a wrong %s signs nobody in', async (fault) => {
  await insertPerson(door.db, { username: 'lifang' })
  provider.fault = fault
  const browser = door.browser()
  expect(landsOn(await signIn(browser))).toMatch(/^\/sign-in ./)
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(401)
})

test('another browser cannot use the way back', async () => {
  await insertPerson(door.db, { username: 'lifang' })
  const back = await visitProvider(door.browser())
  const stranger = door.browser()
  expect(landsOn(await stranger.send('GET', back))).toMatch(/^\/sign-in ./)
  expect((await stranger.send('GET', '/api/v1/me')).status).toBe(401)
})

test.each(['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example', 'work'])(
  'it does not lead on to %s',
  async (returnTo) => {
    const answer = await door.browser().send('GET', `/api/v1/session/oidc?returnTo=${encodeURIComponent(returnTo)}`)
    expect(answer.status).toBe(400)
  },
)

test('of the library’s own routes none is reachable', async () => {
  for (const path of [
    'get-session',
    'sign-in/email',
    'sign-up/email',
    'two-factor/enable',
    'list-sessions',
    'callback/github',
  ]) {
    expect((await door.browser().send('POST', `/api/v1/session/${path}`, {})).status, path).toBe(404)
  }
})

describe('the second factor', () => {
  test('is ours when the provider is not trusted with it', async () => {
    await insertPerson(door.db, { username: 'lifang', roles: ['county-approver'] })
    const browser = door.browser()
    await signIn(browser)
    expect((await browser.send('GET', '/api/v1/me')).body.state).toBe('enrol-second-factor')
  })
})

describe('a provider trusted with the second factor', () => {
  const trusting = testDoor({
    config: () => ({
      oidc: {
        title: '统一认证',
        discoveryUrl: provider.discoveryUrl,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        trustsSecondFactor: true,
      },
    }),
  })

  test('leaves nothing to ask for', async () => {
    await insertPerson(trusting.db, { username: 'lifang', roles: ['county-approver'] })
    const browser = trusting.browser()
    await signIn(browser)
    expect((await browser.send('GET', '/api/v1/me')).body.state).toBe('signed-in')
  })
})

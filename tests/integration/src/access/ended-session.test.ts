import { accessServer } from '@opendpf/access/server'
import { certificatesServer } from '@opendpf/certificates/server'
import { visitsServer } from '@opendpf/fixtures'
import type { ModuleServer } from '@opendpf/kit/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Visit } from './sign-in-server.js'
import { signInServer } from './sign-in-server.js'
import { makeUser, securityAt } from './support.js'

const modules = [
  accessServer,
  visitsServer,
  personsServer,
  organisationsServer,
  certificatesServer,
] as unknown as readonly ModuleServer[]

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules })
})
afterAll(() => server.stop())
const doors = signInServer(() => server)

/** Every route, asked by a browser: those that are not answered with the status, with what they are answered with. */
async function others(browse: Visit, expected: number): Promise<readonly string[]> {
  const found: string[] = []
  for (const { method, path } of server.routes) {
    // some routes need no session at all
    if (!path.startsWith('/api/v1/') || /^\/api\/v1\/[^/]+\/public\//.test(path)) continue
    const { status } = await browse(
      method,
      path.slice('/api/v1'.length).replace(/:\w+/g, 'x'),
      method === 'GET' ? undefined : {},
    )
    if (status !== expected) found.push(`${method} ${path} answers ${status}`)
  }
  return found
}

/** Somebody who has signed in with a password of his own. */
async function signedIn(): Promise<Visit> {
  const row = await makeUser(server, { division: places.county, roles: ['town-clerk'] })
  const reset = await securityAt(server, places.county)('POST', `/api/v1/access/users/${row.id}/reset-password`)
  const browse = doors.browser()
  const { username } = row
  await browse('POST', '/session', { username, password: reset.body.password })
  expect(await others(browse, 403), 'a first password opens nothing').toEqual([])
  const next = 'quiet-otter-river-1973'
  await browse('POST', '/session/password', { current: reset.body.password, next })
  expect((await browse('GET', '/persons/persons')).status).toBe(200)
  return browse
}

it('a session that has ended opens no route, whether it ran out or was left', { timeout: 120_000 }, async () => {
  const idle = await signedIn()
  const left = await signedIn()
  await left('DELETE', '/session')
  expect(await others(left, 401)).toEqual([])
  vi.setSystemTime(server.clock.now().getTime() + 31 * 60_000)
  server.clock.advance(31 * 60_000)
  expect(await others(idle, 401)).toEqual([])
  expect(await others(doors.browser(), 401)).toEqual([])
})

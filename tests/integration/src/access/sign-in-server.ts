import type { Authenticator } from '@opendpf/access/server'
import { createAuthenticator, openAccessDatabase } from '@opendpf/access/server'
import { createApp } from '@opendpf/server'
import type { TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, vi } from 'vitest'

/** An answer with its JSON body. */
interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of a body
  readonly body: any
}

/** Sends requests with a cookie jar. */
export type Visit = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>

/** A server that people sign in to. */
export interface SignInServer {
  readonly authenticator: Authenticator
  browser(): Visit
}

const start = '2026-06-15T02:00:00Z'

/** Composes the real sign-in with a test server's platform. The sign-in library reads the machine's time: it stands at the server's. */
export function signInServer(server: () => TestServer): SignInServer {
  let authenticator: Authenticator | undefined
  let close = async (): Promise<void> => {}
  let app: ReturnType<typeof createApp> | undefined
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(start) })
    const { platform, database, clock } = server()
    const access = openAccessDatabase(database.connectionFor('app'))
    authenticator = createAuthenticator({
      database: access,
      clock,
      registry: platform.registry,
      config: { secret: 'a secret of a test that protects nothing', publicUrl: 'http://dpf.example' },
      divisionName: async (code) => {
        await platform.divisions.ready()
        return platform.divisions.fullNameOf(code)
      },
    })
    app = createApp({ platform, authenticator, version: 'test', queue: async () => 'none', logError: () => {} })
    close = async () => {
      authenticator?.close()
      await access.close()
    }
  })
  afterAll(async () => {
    await close()
    vi.useRealTimers()
  })
  return {
    get authenticator() {
      if (!authenticator) throw new Error('the server runs only inside tests')
      return authenticator
    },
    browser() {
      const jar = new Map<string, string>()
      return async (method, path, body, headers = {}) => {
        if (!app) throw new Error('the server runs only inside tests')
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const response = await app.request(`http://dpf.example/api/v1${path}`, {
          method,
          headers: {
            'content-type': 'application/json',
            'x-opendpf': '1',
            host: 'dpf.example',
            ...(cookie ? { cookie } : {}),
            ...headers,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        for (const set of response.headers.getSetCookie()) {
          const [pair = ''] = set.split(';')
          jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
        }
        const text = await response.text()
        return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
      }
    },
  }
}

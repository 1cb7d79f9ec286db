import type { Hono } from 'hono'

/** An answer with its JSON body. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of a body
  readonly body: any
  readonly headers: Headers
}

/** A browser with a cookie jar. */
export interface Browser {
  readonly headers: Headers
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
}

/** Opens a browser on an app. */
export function openBrowser(app: Hono, address = '192.0.2.1'): Browser {
  const jar = new Map<string, string>()
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    get headers() {
      return new Headers({ cookie: cookie() })
    },
    async send(method, path, body, headers = {}) {
      const response = await app.request(`http://dpf.example${path}`, {
        method,
        headers: {
          host: 'dpf.example',
          'x-opendpf': '1',
          'content-type': 'application/json',
          'accept-language': 'zh-CN',
          'x-forwarded-for': address,
          ...(jar.size > 0 ? { cookie: cookie() } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      for (const set of response.headers.getSetCookie()) keep(jar, set)
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json') === true
      return {
        status: response.status,
        headers: response.headers,
        body: isJson && text !== '' ? JSON.parse(text) : text,
      }
    },
  }
}

function keep(jar: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split(';')
  const at = pair.indexOf('=')
  const name = pair.slice(0, at)
  if (attributes.some((attribute) => /max-age=0$/i.test(attribute.trim()))) jar.delete(name)
  else jar.set(name, pair.slice(at + 1))
}

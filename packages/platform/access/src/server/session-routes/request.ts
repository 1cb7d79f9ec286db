import { OpenDpfError } from '@opendpf/errors'
import { negotiateLocale } from '@opendpf/messages'
import type { Context } from 'hono'
import type * as z from 'zod'
import { fieldError } from '../sign-in/messages.js'
import type { Caller } from '../sign-in/parts.js'

const longest = 10_000

/** Reads who calls: address and language. */
export function callerOf(c: Context, addressOf: (c: Context) => string): Caller {
  return { headers: c.req.raw.headers, address: addressOf(c), locale: negotiateLocale(c.req.header('accept-language')) }
}

/** Reads a small JSON body. Only JSON is taken: a form of another site cannot send it. */
export async function readBody<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new OpenDpfError('unsupported-media-type', { params: { accepted: 'application/json' } })
  const text = await c.req.text()
  if (text.length > longest) throw new OpenDpfError('too-large', { params: { limit: '10 kB' } })
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (cause) {
    throw new OpenDpfError('invalid-request', { params: { what: 'JSON' }, cause })
  }
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw fieldError(
    result.error.issues[0]?.path.join('.') ?? '',
    'missing',
    negotiateLocale(c.req.header('accept-language')),
  )
}

/** A form on somebody else's page cannot set this header, and a script there is stopped by the browser. */
export function requireOwnPage(c: Context): void {
  if (c.req.header('cookie') === undefined) return
  const origin = c.req.header('origin')
  const isForeign = origin !== undefined && URL.canParse(origin) && new URL(origin).host !== c.req.header('host')
  if (c.req.header('x-opendpf') !== '1' || isForeign)
    throw new OpenDpfError('permission-denied', { params: { needed: 'X-OpenDPF' } })
}

/** Hands cookies of the engine to the browser. */
export function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}

/** The address of whoever called, seen through as many proxies of ours as there are. */
export function addressReader(trustedProxies: number): (c: Context) => string {
  return (c) => {
    const forwarded = (c.req.header('x-forwarded-for') ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
    const seen = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined
    return seen ?? (c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown'
  }
}

import { OpenDpfError } from '@opendpf/errors'
import type { Context } from 'hono'
import type * as z from 'zod'
import type { IdempotencyKey } from '../write/idempotency.js'

const limit = 1024 * 1024
const deepest = 20

/** A JSON body that is an object; anything else is refused before it reaches a rule. An absent body is an empty object. */
export async function readBody(c: Context): Promise<Readonly<Record<string, unknown>>> {
  const text = await readText(c)
  if (text.trim() === '') return {}
  if (!/^application\/([\w.+-]*\+)?json\b/i.test(c.req.header('content-type') ?? ''))
    throw new OpenDpfError('unsupported-media-type', { params: { accepted: 'application/json' } })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new OpenDpfError('invalid-request', { params: { what: 'JSON' }, cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new OpenDpfError('invalid-request', { params: { what: 'JSON' } })
  refuseUnstorable(value)
  return value as Readonly<Record<string, unknown>>
}

async function readText(c: Context): Promise<string> {
  const declared = Number(c.req.header('content-length') ?? 0)
  if (declared > limit) throw new OpenDpfError('too-large', { params: { limit: '1 MB' } })
  const bytes = await c.req.arrayBuffer()
  if (bytes.byteLength > limit) throw new OpenDpfError('too-large', { params: { limit: '1 MB' } })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    // a page or a program that sends GBK would otherwise be stored as question marks
    throw new OpenDpfError('invalid-request', { params: { what: 'UTF-8' }, cause })
  }
}

/** Refuses what no field can hold: characters that a database does not store, and structures so deep that they are an attack. */
function refuseUnstorable(body: object): void {
  const waiting: { readonly path: string; readonly part: unknown; readonly depth: number }[] = [
    { path: '', part: body, depth: 0 },
  ]
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    const { path, part, depth } = item
    if (typeof part === 'string' && !isStorable(part))
      throw new OpenDpfError('invalid-request', { params: { what: path } })
    if (typeof part !== 'object' || part === null) continue
    if (depth > deepest) throw new OpenDpfError('invalid-request', { params: { what: 'JSON' } })
    for (const [name, inner] of Object.entries(part)) {
      if (!isStorable(name)) throw new OpenDpfError('invalid-request', { params: { what: 'JSON' } })
      waiting.push({ path: path === '' ? name : `${path}.${name}`, part: inner, depth: depth + 1 })
    }
  }
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000')
}

/** Reads a body of the platform's own shape; the first thing that is wrong with it is named. */
export async function readShape<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  const result = schema.safeParse(await readBody(c))
  if (result.success) return result.data
  const [issue] = result.error.issues
  const key = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.')
  throw new OpenDpfError('invalid-request', { params: { what: key || 'JSON' } })
}

/** The version the caller saw, from `If-Match: "3"`. A change without one is refused: it could undo another's work unseen. */
export function readVersion(c: Context): number {
  const header = c.req.header('if-match')
  if (header === undefined) throw new OpenDpfError('version-required')
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1]
  if (version === undefined) throw new OpenDpfError('invalid-request', { params: { what: 'If-Match' } })
  return Number(version)
}

/** The caller's key for a request that may arrive twice, and what tells whether it is the same request. */
export function readIdempotencyKey(c: Context, body: unknown): IdempotencyKey | undefined {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return undefined
  if (!/^[\x21-\x7e]{8,128}$/.test(key))
    throw new OpenDpfError('invalid-request', { params: { what: 'Idempotency-Key' } })
  return { key, content: `${c.req.method} ${c.req.path} ${c.req.header('if-match') ?? ''} ${JSON.stringify(body)}` }
}

/** Refuses parameters in the address that a route does not take: a mistake must not be swallowed. */
export function refuseParams(c: Context, taken: readonly string[] = []): void {
  for (const name of new URL(c.req.url).searchParams.keys())
    if (!taken.includes(name)) throw new OpenDpfError('invalid-request', { params: { what: name } })
}

/** An instant in the past, from `?asOf=`. */
export function readAsOf(c: Context, now: Date): { readonly asOf?: string } {
  const text = c.req.query('asOf')
  if (text === undefined) return {}
  const at = Date.parse(text)
  if (Number.isNaN(at) || at > now.getTime()) throw new OpenDpfError('invalid-request', { params: { what: 'asOf' } })
  return { asOf: new Date(at).toISOString() }
}

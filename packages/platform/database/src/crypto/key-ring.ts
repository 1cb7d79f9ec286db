import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '@opendpf/standards'
import { CryptoError } from './errors.js'
import { isSuite, type Suite } from './suite.js'

/** One field key. Numbers only rise: the highest one seals, all of them open. */
export interface RingKey {
  readonly id: number
  readonly createdAt: string
  readonly key: Buffer
}

/** All secrets of a deployment that protect what is in its database. They never lie in that database. */
export interface KeyRing {
  /** What the ring was made for: the blind index and the audit chain keep it; the field cipher may be told another one. */
  readonly suite: Suite
  readonly keys: readonly RingKey[]
  readonly indexKey: Buffer
  readonly auditKey: Buffer
}

const secretLength = 32
const highestKeyId = 0xff_ff

/** A ring with fresh secrets and one field key. */
export function makeKeyRing(suite: Suite, clock: Clock): KeyRing {
  return {
    suite,
    keys: [{ id: 1, createdAt: clock.now().toISOString(), key: randomBytes(secretLength) }],
    indexKey: randomBytes(secretLength),
    auditKey: randomBytes(secretLength),
  }
}

/** The same ring with one more field key, which becomes the current one. */
export function withNewKey(ring: KeyRing, clock: Clock, source: string): KeyRing {
  const id = currentKeyOf(ring).id + 1
  if (id > highestKeyId) throw new CryptoError('KEYS_FULL', { source, limit: highestKeyId })
  return { ...ring, keys: [...ring.keys, { id, createdAt: clock.now().toISOString(), key: randomBytes(secretLength) }] }
}

/** The key that new values are sealed with. */
export function currentKeyOf(ring: KeyRing): RingKey {
  return ring.keys.reduce((best, key) => (key.id > best.id ? key : best))
}

/**
 * A short text that tells two sets of keys apart and says nothing about them. A deployment keeps it in its database and refuses to
 * start with other keys, before it writes anything they could not be read with.
 */
export function fingerprintOf(ring: KeyRing): string {
  return createHmac('sha256', ring.indexKey)
    .update('opendpf fingerprint')
    .digest()
    .subarray(0, 12)
    .toString('base64url')
}

/** The ring as JSON, the way it is kept in a file or an environment variable. */
export function writeKeyRing(ring: KeyRing): string {
  const text = (secret: Buffer): string => secret.toString('base64')
  const { suite, keys, indexKey, auditKey } = ring
  const shown = {
    suite,
    keys: keys.map(({ id, createdAt, key }) => ({ id, createdAt, key: text(key) })),
    indexKey: text(indexKey),
    auditKey: text(auditKey),
  }
  return `${JSON.stringify(shown, undefined, 2)}\n`
}

/**
 * Reads a ring from JSON.
 *
 * @throws CryptoError `KEYS_BROKEN`, which names the part that is wrong and never its content
 */
export function readKeyRing(json: string, source: string): KeyRing {
  const broken = (detail: string, cause?: unknown): CryptoError =>
    new CryptoError('KEYS_BROKEN', { source, detail }, { cause })
  const secret = (value: unknown, where: string): Buffer => {
    const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : undefined
    if (bytes?.length !== secretLength) throw broken(where)
    return bytes
  }
  const ring = parse(json, broken)
  if (!isSuite(ring.suite)) throw broken('suite')
  if (!Array.isArray(ring.keys) || ring.keys.length === 0) throw broken('keys')
  const keys = ring.keys.map((entry: Readonly<Record<string, unknown>>, at): RingKey => {
    const { id, createdAt } = entry ?? {}
    if (typeof id !== 'number' || !Number.isInteger(id) || id < 1 || id > highestKeyId) throw broken(`keys[${at}].id`)
    if (typeof createdAt !== 'string') throw broken(`keys[${at}].createdAt`)
    return { id, createdAt, key: secret(entry.key, `keys[${at}].key`) }
  })
  if (new Set(keys.map(({ id }) => id)).size !== keys.length) throw broken('keys[].id')
  return {
    suite: ring.suite,
    keys,
    indexKey: secret(ring.indexKey, 'indexKey'),
    auditKey: secret(ring.auditKey, 'auditKey'),
  }
}

function parse(json: string, broken: (detail: string) => CryptoError): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch {
    // the parser's own error quotes what it read, and that is keys
  }
  throw broken('JSON')
}

import { CryptoError } from './errors.js'
import { currentKeyOf, type KeyRing } from './key-ring.js'
import { formats, headerLength, type Sealing } from './sealing.js'
import { createGcmSealing } from './sealing-gcm.js'
import { createSm4Sealing } from './sealing-sm4.js'
import type { Suite } from './suite.js'

/**
 * Encrypts single values for the database.
 *
 * `context` is `<table>.<column>` and is bound to the value: moved to another column it does not open. The row is not bound, because
 * merges and histories keep the bytes as they are.
 */
export interface FieldCipher {
  readonly suite: Suite
  /** The key that new values are sealed with; the highest number of the ring. */
  readonly currentKeyId: number
  seal(text: string, context: string): Buffer
  /** @throws CryptoError `SEAL_BROKEN`, `SEAL_KEY_UNKNOWN`, `SEAL_FORMAT_UNKNOWN` */
  open(bytes: Buffer | Uint8Array, context: string): string
  /** The key a value was sealed with: what a rotation looks at. */
  keyIdOf(bytes: Buffer | Uint8Array): number
  /** Whether the value is sealed as new ones are: with the current key, in the chosen suite. */
  isCurrent(bytes: Buffer | Uint8Array): boolean
}

const makers: Readonly<Record<Suite, typeof createGcmSealing>> = {
  'aes-256-gcm': createGcmSealing,
  'sm4-ctr-hmac-sm3': createSm4Sealing,
}

/** A cipher over a key ring. Every key opens both formats, so that a deployment can change its suite and read what it has. */
export function createFieldCipher(ring: KeyRing, suite: Suite = ring.suite): FieldCipher {
  const current = currentKeyOf(ring)
  const sealings = new Map<number, Sealing>()
  for (const { id, key } of ring.keys) {
    for (const each of Object.keys(makers) as Suite[])
      sealings.set(slot(formats[each], id), makers[each]({ id, secret: key }))
  }
  const sealing = sealings.get(slot(formats[suite], current.id))
  if (sealing === undefined) throw new Error('a key ring has at least one key')

  return {
    suite,
    currentKeyId: current.id,
    seal: sealing.seal,
    open(value, context) {
      const bytes = bufferOf(value)
      const text = find(sealings, bytes, context).open(bytes, context)
      if (text === undefined) throw new CryptoError('SEAL_BROKEN', { context })
      return text
    },
    keyIdOf: (value) => keyIdOf(bufferOf(value)),
    isCurrent: (value) => value[0] === formats[suite] && keyIdOf(bufferOf(value)) === current.id,
  }
}

function find(sealings: ReadonlyMap<number, Sealing>, bytes: Buffer, context: string): Sealing {
  const format = bytes[0]
  if (bytes.length <= headerLength || !(Object.values(formats) as unknown[]).includes(format)) {
    throw new CryptoError('SEAL_FORMAT_UNKNOWN', { context })
  }
  const sealing = sealings.get(slot(format ?? 0, keyIdOf(bytes)))
  if (sealing === undefined) throw new CryptoError('SEAL_KEY_UNKNOWN', { context, key: keyIdOf(bytes) })
  return sealing
}

const slot = (format: number, keyId: number): number => format * 0x1_00_00 + keyId

function keyIdOf(bytes: Buffer): number {
  return bytes.length < headerLength ? 0 : bytes.readUInt16BE(1)
}

function bufferOf(bytes: Buffer | Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

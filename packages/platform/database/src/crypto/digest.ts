import { createHash, createHmac, createSecretKey } from 'node:crypto'
import type { KeyRing } from './key-ring.js'
import { hashOf } from './suite.js'

/** The hash of the audit chain: SHA-256 or SM3. */
export interface Digest {
  of(content: Buffer | Uint8Array | string): Buffer
  /** With the audit key, so that nobody who can write to the database alone can make a link of the chain. */
  keyed(content: Buffer | Uint8Array | string): Buffer
}

/** The digest of a ring; it stays that of the suite the ring was made for, since a chain cannot change its hash half-way. */
export function createDigest(ring: KeyRing): Digest {
  const key = createSecretKey(ring.auditKey)
  const hash = hashOf[ring.suite]
  return {
    of: (content) => createHash(hash).update(content).digest(),
    keyed: (content) => createHmac(hash, key).update(content).digest(),
  }
}

import { createHmac, createSecretKey } from 'node:crypto'
import type { KeyRing } from './key-ring.js'
import { hashOf } from './suite.js'

/** Turns the whole value of an encrypted field into something that can be looked up and says nothing. */
export interface BlindIndex {
  /**
   * 128 bits as base64url. Values of different kinds never meet: one kind per thing that is looked up (`resident-id`), so that the
   * same number is found whichever record holds it. The value must be in its normal form.
   */
  of(kind: string, value: string): string
}

/** A blind index with the ring's own index key, which no rotation of field keys changes. */
export function createBlindIndex(ring: KeyRing): BlindIndex {
  const key = createSecretKey(ring.indexKey)
  const hash = hashOf[ring.suite]
  return {
    of: (kind, value) =>
      createHmac(hash, key).update(`${kind}\0${value}`).digest().subarray(0, 16).toString('base64url'),
  }
}

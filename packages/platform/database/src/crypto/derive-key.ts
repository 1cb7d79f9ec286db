import { createHmac } from 'node:crypto'

/** 32 bytes for one purpose, so that no key of the ring ever serves two algorithms. One HMAC block as in SP 800-108. */
export function deriveKey(hash: 'sha256' | 'sm3', secret: Buffer, purpose: string): Buffer {
  return createHmac(hash, secret).update(`opendpf ${purpose}`).digest()
}

import { SDJwtInstance } from '@sd-jwt/core'
import type { Claims } from './claims.js'
import { algorithm, base64url, bytesOf, type Signer } from './keys.js'

/** The two hash inputs the library knows: text, and bytes. */
async function sha256(data: string | ArrayBuffer): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', typeof data === 'string' ? bytesOf(data) : data))
}

const hashing = { hasher: sha256, hashAlg: 'sha-256' } as const

/** 128 bits, so that a grade that was not disclosed cannot be guessed from its digest. */
function salt(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)))
}

/** Issues SD-JWTs (RFC 9901) with a county's key. */
export function issuing(signer: Signer): SDJwtInstance<Claims> {
  return new SDJwtInstance<Claims>({
    ...hashing,
    signAlg: algorithm,
    signer: (text: string) => signer.sign(text),
    saltGenerator: salt,
  })
}

/** Reads claims out of an SD-JWT whose signature was checked before. */
export function reading(): SDJwtInstance<Claims> {
  return new SDJwtInstance<Claims>(hashing)
}

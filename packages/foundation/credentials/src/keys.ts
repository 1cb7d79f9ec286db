import type { CryptoKey, JWK } from 'jose'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose'
import * as z from 'zod/mini'
import { issuerOf } from './claims.js'

/** The one algorithm: ECDSA on P-256 with SHA-256. A credential that names another is not genuine, so none can be talked down to. */
export const algorithm = 'ES256'

const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))

/** A public key as counties publish it: a JWK that says which county it belongs to. */
export const credentialKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  kid: z.string().check(z.minLength(4), z.maxLength(60)),
  alg: z.literal(algorithm),
  use: z.literal('sig'),
  /** What it may sign for: `dpf:<county>`. */
  iss: z.string().check(z.regex(/^dpf:\d{6}$/)),
})
export type CredentialKey = z.output<typeof credentialKeySchema>

/** A JWK set (RFC 7517), as `credential-keys` answers it. */
export interface CredentialKeys {
  readonly keys: readonly CredentialKey[]
}

/** Both halves of a county's key. The private one is a JWK in JSON: a secret, to be kept sealed. */
export interface CredentialKeyPair {
  readonly publicKey: CredentialKey
  readonly privateKey: string
}

/** What credentials and status lists of a county are signed with. */
export interface Signer {
  readonly kid: string
  readonly iss: string
  sign(text: string): Promise<string>
}

/** Makes a key for a county (6 digits). Its id follows from the key itself. */
export async function makeKeyPair(county: string): Promise<CredentialKeyPair> {
  const pair = await generateKeyPair(algorithm, { extractable: true })
  const jwk = await exportJWK(pair.publicKey)
  const kid = (await calculateJwkThumbprint(jwk)).slice(0, 16)
  const publicKey = credentialKeySchema.parse({ ...jwk, kid, alg: algorithm, use: 'sig', iss: issuerOf(county) })
  return { publicKey, privateKey: JSON.stringify(await exportJWK(pair.privateKey)) }
}

/** Opens a pair for signing. */
export async function openSigner({ publicKey, privateKey }: CredentialKeyPair): Promise<Signer> {
  const key = await importKey(JSON.parse(privateKey) as JWK)
  return {
    kid: publicKey.kid,
    iss: publicKey.iss,
    async sign(text) {
      const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytesOf(text))
      return base64url(new Uint8Array(signature))
    },
  }
}

/** The published key that signed for an issuer; undefined when that county never published one of this id. */
export function findKey({ keys }: CredentialKeys, kid: string, iss: string): CredentialKey | undefined {
  return keys.find((key) => key.kid === kid && key.iss === iss)
}

/** A published key, ready to verify with. */
export async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm)
  if (key instanceof Uint8Array) throw new TypeError('a symmetric key signs no credential')
  return key
}

const encoder = new TextEncoder()

/** UTF-8. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text)
}

/** Bytes as RFC 4648 writes them for addresses, without padding. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

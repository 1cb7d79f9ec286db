import { join } from 'node:path'
import type { Clock } from '@opendpf/standards'
import { type BlindIndex, createBlindIndex } from './blind-index.js'
import { createDigest, type Digest } from './digest.js'
import { CryptoError } from './errors.js'
import { createFieldCipher, type FieldCipher } from './field-cipher.js'
import { createKeyFile, readKeyFile, replaceKeyFile } from './key-file.js'
import { fingerprintOf, type KeyRing, makeKeyRing, readKeyRing, withNewKey } from './key-ring.js'
import { isSuite, type Suite, suites } from './suite.js'

/** Everything that is made from a deployment's secrets. */
export interface Keys {
  readonly cipher: FieldCipher
  readonly index: BlindIndex
  readonly digest: Digest
  /** Tells two sets of keys apart; see {@link fingerprintOf}. */
  readonly fingerprint: string
  /** The file the ring was read from; undefined when it came from the environment. */
  readonly path: string | undefined
}

/** Settings of the environment: the ring itself as JSON, the file it lies in, and the suite for new values. */
export const keySettings = { ring: 'OPENDPF_KEYS', file: 'OPENDPF_KEYS_FILE', suite: 'OPENDPF_CIPHER_SUITE' } as const

export interface KeyOptions {
  /** The data folder; the ring lies in `keys.json` there, unless the environment says otherwise. */
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  /** False when there is a database already: then missing keys are a failure, since new ones could not read it. Default true. */
  readonly mayCreate?: boolean
}

/**
 * The keys of a deployment: from the environment, else from the file, which is made at the first start (mode 0600).
 *
 * @throws CryptoError `KEYS_…`
 */
export async function loadKeys(options: KeyOptions): Promise<Keys> {
  const suite = chosenSuite(options.env)
  const json = options.env[keySettings.ring]
  if (json) return keysOf(readKeyRing(json, keySettings.ring), undefined, suite)
  const path = keyFileOf(options)
  const mayCreate = options.mayCreate !== false && !options.env[keySettings.file]
  const found = await readKeyFile(path)
  if (found === undefined && !mayCreate) throw new CryptoError('KEYS_MISSING', { path, setting: keySettings.file })
  const ring = found ?? (await createKeyFile(path, makeKeyRing(suite ?? 'aes-256-gcm', options.clock)))
  return keysOf(ring, path, suite)
}

/**
 * Adds a field key, which seals every new value from the next start on; what older keys sealed still opens.
 *
 * @throws CryptoError `KEYS_KEPT_ELSEWHERE` when the ring comes from the environment, `KEYS_MISSING`, `KEYS_NOT_WRITTEN`
 */
export async function addKey(options: Omit<KeyOptions, 'mayCreate'>): Promise<Keys> {
  if (options.env[keySettings.ring]) throw new CryptoError('KEYS_KEPT_ELSEWHERE', { setting: keySettings.ring })
  const path = keyFileOf(options)
  const found = await readKeyFile(path)
  if (found === undefined) throw new CryptoError('KEYS_MISSING', { path, setting: keySettings.file })
  const ring = withNewKey(found, options.clock, path)
  await replaceKeyFile(path, ring)
  return keysOf(ring, path, chosenSuite(options.env))
}

/** What is made from a ring; for tests and for tools that hold one. */
export function keysOf(ring: KeyRing, path?: string, suite?: Suite): Keys {
  return {
    cipher: createFieldCipher(ring, suite),
    index: createBlindIndex(ring),
    digest: createDigest(ring),
    fingerprint: fingerprintOf(ring),
    path,
  }
}

function keyFileOf({ folder, env }: Pick<KeyOptions, 'folder' | 'env'>): string {
  return env[keySettings.file] || join(folder, 'keys.json')
}

function chosenSuite(env: KeyOptions['env']): Suite | undefined {
  const suite = env[keySettings.suite]
  if (!suite) return undefined
  if (!isSuite(suite))
    throw new CryptoError('KEYS_SUITE_UNKNOWN', { suite, known: suites.join(', '), setting: keySettings.suite })
  return suite
}

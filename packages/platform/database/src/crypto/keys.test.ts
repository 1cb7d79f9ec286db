import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedClock } from '@opendpf/standards'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CryptoError } from './errors.js'
import { addKey, loadKeys } from './keys.js'
import { type CryptoErrorCode, cryptoMessages } from './messages.js'

const clock = fixedClock('2026-11-24T09:00:00+08:00')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opendpf-keys-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const load = (env: Readonly<Record<string, string>> = {}, mayCreate = true) =>
  loadKeys({ folder, env, clock, mayCreate })
const failure = async (work: Promise<unknown>): Promise<CryptoError> => {
  const error = await work.then(
    () => undefined,
    (reason: CryptoError) => reason,
  )
  if (error === undefined) throw new Error('nothing was thrown')
  return error
}

describe('the key file', () => {
  test('is made at the first start, for the owner alone, and is the same at the second', async () => {
    const first = await load()
    const second = await load()
    expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600)
    expect(second.fingerprint).toBe(first.fingerprint)
    expect(second.cipher.open(first.cipher.seal('x', 'a.b'), 'a.b')).toBe('x')
    expect(await readdir(folder)).toEqual(['keys.json'])
  })

  test('is the same for many servers that start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => load()))
    expect(new Set(keys.map(({ fingerprint }) => fingerprint)).size).toBe(1)
    expect(await readdir(folder)).toEqual(['keys.json'])
  })

  test.each([0o640, 0o604, 0o644])('with mode %o is refused', async (mode) => {
    await load()
    await chmod(join(folder, 'keys.json'), mode)
    expect(await failure(load())).toMatchObject({ code: 'KEYS_TOO_OPEN', params: { mode: mode.toString(8) } })
  })

  test('is not made anew when there are data that older keys sealed', async () => {
    expect(await failure(load({}, false))).toMatchObject({ code: 'KEYS_MISSING' })
    expect(await readdir(folder)).toEqual([])
  })

  test('that somebody damaged is refused, and the error quotes nothing of it', async () => {
    await load()
    const path = join(folder, 'keys.json')
    const json = JSON.parse(await readFile(path, 'utf8')) as { keys: { key: string }[] }
    const secret = json.keys[0]?.key ?? ''
    for (const content of [
      JSON.stringify({ ...json, keys: [] }),
      JSON.stringify({ ...json, indexKey: secret.slice(8) }),
      `${JSON.stringify(json)}!`,
    ]) {
      await writeFile(path, content)
      const error = await failure(load())
      expect(error.code).toBe('KEYS_BROKEN')
      expect(error.message + error.text('en') + JSON.stringify(error)).not.toContain(secret.slice(0, 8))
    }
  })
})

describe('keys from the environment', () => {
  test('win over the file and are never written', async () => {
    const { fingerprint } = await load()
    const ring = await readFile(join(folder, 'keys.json'), 'utf8')
    await rm(join(folder, 'keys.json'))
    const keys = await load({ OPENDPF_KEYS: ring })
    expect(keys).toMatchObject({ fingerprint, path: undefined })
    expect(await readdir(folder)).toEqual([])
    expect(await failure(addKey({ folder, env: { OPENDPF_KEYS: ring }, clock }))).toMatchObject({
      code: 'KEYS_KEPT_ELSEWHERE',
    })
  })

  test('a file that is named must be there', async () => {
    expect(await failure(load({ OPENDPF_KEYS_FILE: join(folder, 'mounted.json') }))).toMatchObject({
      code: 'KEYS_MISSING',
    })
    await load()
    expect((await load({ OPENDPF_KEYS_FILE: join(folder, 'keys.json') })).path).toBe(join(folder, 'keys.json'))
  })

  test('choose the suite; an unknown one is refused', async () => {
    expect((await load({ OPENDPF_CIPHER_SUITE: 'sm4-ctr-hmac-sm3' })).cipher.suite).toBe('sm4-ctr-hmac-sm3')
    expect((await load()).cipher.suite).toBe('sm4-ctr-hmac-sm3')
    expect((await load({ OPENDPF_CIPHER_SUITE: 'aes-256-gcm' })).cipher.suite).toBe('aes-256-gcm')
    expect(await failure(load({ OPENDPF_CIPHER_SUITE: 'rot13' }))).toMatchObject({ code: 'KEYS_SUITE_UNKNOWN' })
  })
})

test('a key that is added seals from then on; index and chain stay', async () => {
  const before = await load()
  const old = before.cipher.seal('x', 'a.b')
  const after = await addKey({ folder, env: {}, clock })
  expect(after.cipher.currentKeyId).toBe(2)
  expect(after.cipher.open(old, 'a.b')).toBe('x')
  expect(after.index.of('phone', '1')).toBe(before.index.of('phone', '1'))
  expect((await load()).cipher.currentKeyId).toBe(2)
  expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600)
})

test('every failure has its words in both languages, with the same places', () => {
  const places = (text: string): readonly string[] =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort()
  for (const code of Object.keys(cryptoMessages.en) as CryptoErrorCode[]) {
    expect([...new Set(places(cryptoMessages['zh-CN'][code]))], code).toEqual([
      ...new Set(places(cryptoMessages.en[code])),
    ])
  }
})

import { createHash } from 'node:crypto'
import {
  type CryptoError,
  createFieldCipher,
  type KeyRing,
  makeKeyRing,
  resealAll,
  resealTargets,
  withNewKey,
} from '@opendpf/database/crypto'
import { visitsServer } from '@opendpf/fixtures'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'

let server: TestServer

/** The ring of test servers: made from fixed words, it protects nothing. */
const fixed = (words: string): Buffer => createHash('sha256').update(`opendpf test ${words}`).digest()
const ring: KeyRing = {
  suite: 'aes-256-gcm',
  keys: [{ id: 1, createdAt: '2026-01-01T00:00:00Z', key: fixed('field') }],
  indexKey: fixed('index'),
  auditKey: fixed('audit'),
}
const clock = { now: () => new Date('2026-06-15T02:00:00Z') }
const households = '/api/v1/visits/households'

beforeEach(async () => {
  server = await startTestServer({ modules: [visitsServer] })
  const call = server.as()
  for (let index = 0; index < 25; index++) {
    const phone = `1990000${String(index).padStart(4, '0')}`
    const { body } = await call('POST', households, {
      head: `户主${index}`,
      division: places.village,
      ...(index % 5 === 0 ? {} : { phone }),
    })
    if (index % 3 === 0)
      await call('PATCH', `${households}/${body.id}`, { head: `新户主${index}` }, { 'if-match': '"1"' })
  }
})
afterEach(() => server.stop())

const sealedBy = async (ring: KeyRing): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await server.platform.pool.use({ level: 'all' }, async (session) => ({
    rows: await session.query<{ phone: Buffer }>({
      text: 'select phone from visits_household where phone is not null union all select phone from visits_household_history where phone is not null',
      values: [],
    }),
  }))
  const cipher = createFieldCipher(ring)
  return Object.fromEntries(
    Object.entries(Object.groupBy(rows, ({ phone }) => String(cipher.keyIdOf(phone)))).map(([id, found]) => [
      id,
      found?.length ?? 0,
    ]),
  )
}

test('every value, of now and of the past, is sealed with the new key, and says the same as before', async () => {
  const rotated = withNewKey(ring, clock, 'test')
  const before = await sealedBy(ring)
  const total = before['1'] ?? 0
  const targets = resealTargets(server.platform.registry.records.values())
  const connection = server.database.connectionFor('migrator')
  // stopped half-way, it goes on where it was
  const stop = new AbortController()
  const half = resealAll({
    connection,
    targets,
    cipher: createFieldCipher(rotated),
    batch: 4,
    signal: stop.signal,
    onProgress: (table, rows) => {
      if (table === 'visits_household' && rows >= 8) stop.abort(new Error('stopped'))
    },
  })
  await expect(half).rejects.toThrow('stopped')
  expect(await sealedBy(rotated)).toEqual({ 1: total - 8, 2: 8 })
  await resealAll({ connection, targets, cipher: createFieldCipher(rotated), batch: 4 })
  expect(await sealedBy(rotated)).toEqual({ 2: total })
  expect(await resealAll({ connection, targets, cipher: createFieldCipher(rotated) })).toEqual({})

  // the old key alone opens nothing any more, the new ring opens all of it
  const [row] = await server.platform.pool.use({ level: 'all' }, (session) =>
    session.query<{ phone: Buffer }>({ text: `select phone from visits_household where head = '户主1'`, values: [] }),
  )
  const bytes = row?.phone ?? Buffer.alloc(0)
  expect(() => createFieldCipher(ring).open(bytes, 'visits_household.phone')).toThrow(
    expect.objectContaining<Partial<CryptoError>>({ code: 'SEAL_KEY_UNKNOWN' }),
  )
  expect(createFieldCipher(rotated).open(bytes, 'visits_household.phone')).toBe('19900000001')
})

test('a change of suite is a rotation as well', async () => {
  const cipher = createFieldCipher(ring, 'sm4-ctr-hmac-sm3')
  const connection = server.database.connectionFor('migrator')
  const targets = resealTargets(server.platform.registry.records.values())
  const done = await resealAll({ connection, targets, cipher })
  expect(done['visits_household']).toBe(20)
  const { body } = await server.as()('POST', `${households}/query`, {
    lookup: { field: 'phone', value: '19900000001' },
  })
  expect(body.rows.map(({ fields }: { fields: { phone: string } }) => fields.phone)).toEqual(['19900000001'])
})

test('a value that no key opens stops it, and says in which column', async () => {
  const connection = server.database.connectionFor('migrator')
  const targets = resealTargets(server.platform.registry.records.values())
  const foreign = createFieldCipher(withNewKey(makeKeyRing('aes-256-gcm', clock), clock, 'test'))
  await expect(resealAll({ connection, targets, cipher: foreign })).rejects.toMatchObject({
    code: 'SEAL_BROKEN',
    params: { context: 'visits_household.phone' },
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fc, test } from '@fast-check/vitest'
import { fixedClock } from '@opendpf/standards'
import { afterAll, beforeAll, expect } from 'vitest'
import { withClient } from '../connection/connections.js'
import { dump, openSample, sampleSchema } from '../testing/sample-database.js'
import type { OpenTestDatabase } from '../testing/test-database.js'
import { createBackup } from './create.js'
import { BackupError } from './errors.js'
import { restoreBackup } from './restore.js'
import { verifyBackup } from './verify.js'

const clock = fixedClock('2026-11-24T08:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'opendpf-backup-'))
let source: OpenTestDatabase
let target: OpenTestDatabase

beforeAll(async () => {
  source = await openSample(undefined, 'empty')
  target = await openSample(undefined, 'empty')
})
afterAll(async () => {
  await source.drop()
  await target.drop()
  rmSync(folder, { recursive: true, force: true })
})

// PostgreSQL's text holds every character but NUL, and jsonb neither that nor half of a surrogate pair
const text = fc.string({ unit: 'binary', maxLength: 60 }).map((value) => value.replaceAll('\0', ' '))
const special = fc.constantFrom('\\.', '\\N', '\\', '\t', '\n', '\r\n', '"', '', '\\x41', '残疾人')
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never
const row = fc.record({
  name: fc.option(fc.oneof(text, special)),
  note: fc.array(fc.oneof(text, special)).map((parts) => parts.join('')),
  photo: fc.uint8Array({ maxLength: 200 }),
  details: fc.dictionary(text, fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))),
  score: fc.double(),
  tags: fc.array(fc.option(fc.oneof(text, special))),
})

test.prop([fc.array(row, { maxLength: 12 })], { numRuns: 20 })(
  'any content comes back as it was',
  async (rows) => {
    const file = join(folder, 'any')
    rmSync(file, { force: true })
    await fillPersons(rows)
    await createBackup({ connection: { ...source.connectionFor('owner') }, file, clock, version: '1' })
    const connection = { ...target.connectionFor('owner') }
    await restoreBackup({ connection, file, expectedSchema: () => sampleSchema, replace: true })
    expect(await dump(target)).toEqual(await dump(source))
  },
  180_000,
)

test.prop([fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.integer({ min: 1, max: 255 })], {
  numRuns: 300,
})('a file with one byte changed is refused, or the byte means nothing', async (place, difference) => {
  const good = join(folder, 'good')
  const made = await backUpOnce(good)
  const bytes = readFileSync(good)
  const index = Math.floor(place * bytes.length)
  bytes[index] = (bytes[index] ?? 0) ^ difference
  const spoiled = join(folder, 'spoiled')
  writeFileSync(spoiled, bytes)
  const result = await verifyBackup(spoiled).catch((error: unknown) => error)
  if (!(result instanceof BackupError)) expect(result).toEqual(made)
})

async function fillPersons(rows: readonly Row[]): Promise<void> {
  await withClient(source.connection, async (client) => {
    await client.query('truncate person cascade')
    for (const [index, { name, note, photo, details, score, tags }] of rows.entries()) {
      await client.query(
        'insert into person (id, name, note, photo, details, score, tags) values ($1, $2, $3, $4, $5, $6, $7)',
        [String(index), name, note, Buffer.from(photo), JSON.stringify(details), score, tags],
      )
    }
  })
}

let once: ReturnType<typeof createBackup> | undefined

function backUpOnce(file: string): ReturnType<typeof createBackup> {
  once ??= openSample(undefined, 'rows').then(async (full) => {
    const made = await createBackup({ connection: { ...full.connectionFor('owner') }, file, clock, version: '1' })
    await full.drop()
    return made
  })
  return once
}

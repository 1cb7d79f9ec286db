import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedClock } from '@opendpf/standards'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dump, openSample, run, sampleSchema } from '../testing/sample-database.js'
import type { OpenTestDatabase } from '../testing/test-database.js'
import { createBackup } from './create.js'
import { restoreBackup } from './restore.js'
import { verifyBackup } from './verify.js'

const clock = fixedClock('2026-11-24T08:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'opendpf-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function backUp(database: OpenTestDatabase, name: string, onProgress?: () => Promise<void>) {
  const file = join(folder, name)
  const connection = { ...database.connectionFor('owner') }
  return createBackup({ connection, file, clock, version: '1.0.0', ...(onProgress && { onProgress }) })
}

function restore(database: OpenTestDatabase, name: string) {
  const connection = { ...database.connectionFor('owner') }
  return restoreBackup({ connection, file: join(folder, name), expectedSchema: () => sampleSchema })
}

// each way between the two versions, because that is also how data is carried to a newer PostgreSQL
describe.each([
  ['system', 'system'],
  ['system', 'packaged'],
  ['packaged', 'packaged'],
] as const)('from %s to %s PostgreSQL', (from, to) => {
  let source: OpenTestDatabase
  let target: OpenTestDatabase
  const name = `${from}-${to}.opendpf-backup`
  beforeAll(async () => {
    source = await openSample(from, 'rows')
    target = await openSample(to, 'empty')
  })
  afterAll(async () => {
    await source.drop()
    await target.drop()
  })

  test('everything comes back as it was', async () => {
    const made = await backUp(source, name)
    expect(made).toMatchObject({
      format: 2,
      createdAt: '2026-11-24T08:00:00.000Z',
      opendpf: '1.0.0',
      schema: sampleSchema,
    })
    expect(Object.fromEntries(made.tables.map((table) => [table.name, table.rows]))).toEqual({
      'Mixed Case': 3,
      nothing_yet: 0,
      person: 2,
      reading: 3,
      sealed: 1,
      visit: 500,
    })
    expect(await verifyBackup(join(folder, name))).toEqual(made)
    expect(await restore(target, name)).toEqual(made)
    expect(await dump(target)).toEqual(await dump(source))
  })

  test('numbering goes on where it was', async () => {
    const [visit] = await run<{ id: string }>(
      target,
      `insert into visit (person_id, days) values ('p1', 8) returning id`,
    )
    const [receipt] = await run<{ n: string }>(target, `select nextval('receipt_number') as n`)
    expect(visit?.id).toBe('501')
    expect(receipt?.n).toBe('1001')
  })

  test('triggers and foreign keys hold again', async () => {
    await expect(run(target, 'delete from sealed')).rejects.toThrow('not allowed')
    await expect(run(target, `insert into visit (person_id) values ('nobody')`)).rejects.toMatchObject({
      code: '23503',
    })
  })
})

test('what is written while the backup runs is not in it', async () => {
  const source = await openSample(undefined, 'rows')
  const made = await backUp(source, 'snapshot', async () => {
    await run(source, `insert into visit (person_id, days) values ('p1', 1)`)
  })
  expect(made.tables.find((table) => table.name === 'visit')?.rows).toBe(500)
  expect(await run(source, 'select count(*)::int as n from visit')).toEqual([{ n: 506 }])
  await source.drop()
})

test('the file can be read by its owner only, and by tar and gzip', async () => {
  const source = await openSample(undefined, 'rows')
  await backUp(source, 'readable')
  await source.drop()
  const { execFileSync } = await import('node:child_process')
  const file = join(folder, 'readable')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const list = execFileSync('tar', ['-tf', file], { encoding: 'utf8' }).trim().split('\n')
  expect(list).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((number) => `tables/000${number}/000001.gz`),
    'manifest.json',
    'manifest.json.sha256',
  ])
  const content = execFileSync('sh', ['-c', `tar -xOf '${file}' tables/0005 | gunzip`], { encoding: 'utf8' })
  expect(content).toBe('1\tx!\n')
})

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BinariesChoice, OwnedServerError, startOwnedServer } from '@opendpf/database/owned'
import { expect, type TestContext, test } from 'vitest'
import { makeFolder, skipLoudly, stopAfterTest } from './support/data-folder.js'
import { expectRefusal } from './support/expect-error.js'
import { readRows, writeRows } from './support/rows.js'

/** A data folder made by the given programs, and the version of its data. */
async function makeData(context: TestContext, binaries: BinariesChoice) {
  const folder = makeFolder()
  const server = await startOwnedServer({ folder, binaries }).catch((error: unknown) => {
    if (error instanceof OwnedServerError && error.code === 'OWNED_NO_BINARIES') skipLoudly(context, error.text('en'))
    throw error
  })
  await writeRows(server, [1, 2, 3])
  await server.stop()
  return { folder, cluster: join(folder, 'postgres'), major: Number.parseInt(server.version, 10) }
}

/** One value for all the files of a folder. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(folder, name)
    hash.update(name)
    if (statSync(file).isFile()) hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

test('data older than the programs is refused with the version that is needed, and left alone', async (context) => {
  const { folder, cluster, major } = await makeData(context, 'system')
  const packaged = await makeData(context, 'packaged')
  if (packaged.major <= major) skipLoudly(context, 'the packaged PostgreSQL is not newer than the system’s')
  const before = fingerprint(cluster)
  await expectRefusal(startOwnedServer({ folder, binaries: 'packaged' }), {
    code: 'OWNED_DATA_OLDER',
    en: [
      `${cluster} was made by PostgreSQL ${major}`,
      `only programs of version ${packaged.major} are here`,
      `Install PostgreSQL ${major}`,
      'make a backup',
    ],
    zh: [
      `由 PostgreSQL ${major} 建立`,
      `只有版本 ${packaged.major} 的程序`,
      `请安装 PostgreSQL ${major}`,
      '再在新的空目录中恢复',
    ],
  })
  expect(fingerprint(cluster)).toBe(before)
  expect(await readRows(stopAfterTest(await startOwnedServer({ folder, binaries: 'auto' })))).toEqual([1, 2, 3])
})

test('data newer than the programs is refused and left alone; with both kinds of programs the fitting one is taken', async (context) => {
  const { folder, cluster, major } = await makeData(context, 'packaged')
  const system = await makeData(context, 'system')
  if (system.major >= major) skipLoudly(context, 'the packaged PostgreSQL is not newer than the system’s')
  const before = fingerprint(cluster)
  await expectRefusal(startOwnedServer({ folder, binaries: 'system' }), {
    code: 'OWNED_DATA_NEWER',
    en: [`${cluster} was made by the newer PostgreSQL ${major}`, 'Nothing was changed'],
    zh: [`由较新的 PostgreSQL ${major} 建立`, '旧程序不能打开新数据'],
  })
  expect(fingerprint(cluster)).toBe(before)
  const server = stopAfterTest(await startOwnedServer({ folder, binaries: 'auto' }))
  expect(Number.parseInt(server.version, 10)).toBe(major)
  expect(await readRows(server)).toEqual([1, 2, 3])
})

test('data of a version far in the future is refused by every choice of programs', async (context) => {
  const { folder, cluster, major } = await makeData(context, 'auto')
  writeFileSync(join(cluster, 'PG_VERSION'), '99\n')
  for (const binaries of ['system', 'auto'] as const) {
    await expectRefusal(startOwnedServer({ folder, binaries }), {
      code: 'OWNED_DATA_NEWER',
      en: ['PostgreSQL 99', String(major)],
      zh: ['PostgreSQL 99'],
    })
  }
  writeFileSync(join(cluster, 'PG_VERSION'), `${major}\n`)
  expect(await readRows(stopAfterTest(await startOwnedServer({ folder })))).toEqual([1, 2, 3])
})

test('a folder with something else in it, or a damaged database, is refused and left alone', async (context) => {
  const other = makeFolder()
  mkdirSync(join(other, 'postgres'))
  writeFileSync(join(other, 'postgres', 'letter.txt'), 'keep me')
  const refusal = {
    code: 'OWNED_NOT_A_CLUSTER',
    en: ['is not empty, but it is not a PostgreSQL data folder', 'restore a backup'],
    zh: ['不是 PostgreSQL 数据目录', '从备份恢复'],
  } as const
  await expectRefusal(startOwnedServer({ folder: other }), refusal)
  expect(readFileSync(join(other, 'postgres', 'letter.txt'), 'utf8')).toBe('keep me')

  const { folder, cluster, major } = await makeData(context, 'auto')
  rmSync(join(cluster, 'PG_VERSION'))
  await expectRefusal(startOwnedServer({ folder }), refusal)
  writeFileSync(join(cluster, 'PG_VERSION'), `${major}\n`)
  expect(await readRows(stopAfterTest(await startOwnedServer({ folder })))).toEqual([1, 2, 3])
})

test('a setting that PostgreSQL does not know is named', async () => {
  const folder = makeFolder()
  await expectRefusal(startOwnedServer({ folder, settings: { no_such_setting: 'on' } }), {
    code: 'OWNED_START_FAILED',
    en: [`The database in ${folder}/postgres could not be started`, 'no_such_setting', `${folder}/postgres.log`],
    zh: [`${folder}/postgres 中的数据库无法启动`],
  })
})

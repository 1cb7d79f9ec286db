import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type OwnedServer, startOwnedServer } from '@opendpf/database/owned'
import { expect, onTestFinished, type TestContext, test } from 'vitest'
import { isRoot, makeFolder, skipLoudly, stopAfterTest } from './support/data-folder.js'
import { expectRefusal } from './support/expect-error.js'
import { readRows, writeRows } from './support/rows.js'

/** A data folder that only root can reach, and where its database went. */
async function startUnreachable(context: TestContext) {
  if (!isRoot || process.platform !== 'linux') skipLoudly(context, 'only root on Linux runs PostgreSQL as another user')
  const parent = makeFolder()
  chmodSync(parent, 0o700)
  const folder = join(parent, 'data')
  const said: string[] = []
  const server = stopAfterTest(await startOwnedServer({ folder, log: (text) => said.push(text) }))
  const pointer = join(folder, 'postgres.location')
  const home = readFileSync(pointer, 'utf8').trim()
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return { parent, folder, pointer, home, server, said }
}

async function expectRows(server: OwnedServer): Promise<void> {
  expect(await readRows(server)).toEqual([1, 2, 3])
}

test('as root, a folder that the server cannot reach gets its database elsewhere, says where, and finds it again', async (context) => {
  const { folder, home, server, said } = await startUnreachable(context)
  expect(home).toMatch(/^\/var\/lib\/opendpf\/[0-9a-f]{12}$/)
  expect(said).toEqual([expect.stringMatching(`cannot reach ${folder}: the database is kept in ${home}\\.$`)])
  expect(existsSync(join(folder, 'postgres'))).toBe(false)
  expect(statSync(join(home, 'postgres')).uid).not.toBe(0)
  expect(statSync(join(home, 'postgres')).mode & 0o777).toBe(0o700)
  await writeRows(server, [1, 2, 3])
  await server.stop()
  await expectRows(stopAfterTest(await startOwnedServer({ folder })))
})

test('the database is found again when the data folder was moved', async (context) => {
  const { parent, folder, server } = await startUnreachable(context)
  await writeRows(server, [1, 2, 3])
  await server.stop()
  const moved = join(parent, 'moved')
  cpSync(folder, moved, { recursive: true })
  rmSync(folder, { recursive: true })
  await expectRows(stopAfterTest(await startOwnedServer({ folder: moved })))
})

test('a copied data folder does not get at the database of the first', async (context) => {
  const { parent, folder, home, server } = await startUnreachable(context)
  await server.stop()
  const copy = join(parent, 'copy')
  cpSync(folder, copy, { recursive: true })
  await expectRefusal(startOwnedServer({ folder: copy }), {
    code: 'OWNED_LOCATION_TAKEN',
    en: [`The data folder ${copy} points to the database ${home}`, `which another data folder, ${folder}, uses`],
    zh: [`数据目录 ${copy} 指向的数据库 ${home} 已由另一个数据目录 ${folder} 使用`],
  })
})

test('a lost pointer is not taken for a new, empty deployment', async (context) => {
  const { folder, pointer, home, server } = await startUnreachable(context)
  await writeRows(server, [1, 2, 3])
  await server.stop()
  rmSync(pointer)
  await expectRefusal(startOwnedServer({ folder }), {
    code: 'OWNED_POINTER_LOST',
    en: [`used to have its database in ${home}`, `write ${home} into ${pointer}`],
    zh: [`曾使用 ${home} 中的数据库`, `请在 ${pointer} 中写入 ${home}`],
  })
})

test('a folder that has a database and became unreachable is not taken for an empty one', async (context) => {
  if (!isRoot || process.platform !== 'linux') skipLoudly(context, 'only root on Linux runs PostgreSQL as another user')
  const folder = join(makeFolder(), 'data')
  mkdirSync(folder)
  const first = await startOwnedServer({ folder })
  await writeRows(first, [1, 2, 3])
  await first.stop()
  chmodSync(folder, 0o700)
  await expectRefusal(startOwnedServer({ folder }), {
    code: 'OWNED_UNREACHABLE',
    en: [`The database is in ${folder}`, 'cannot enter that folder', 'Nothing was changed', 'chmod o+x'],
    zh: [`数据库在 ${folder} 中`, '无法进入该目录', 'chmod o+x'],
  })
  chmodSync(folder, 0o711)
  await expectRows(stopAfterTest(await startOwnedServer({ folder })))
})

test('a folder whose path is too long for a socket works all the same', async () => {
  const folder = join(makeFolder(), '残疾人联合会'.repeat(5), 'd'.repeat(60))
  const server = stopAfterTest(await startOwnedServer({ folder }))
  expect(Buffer.byteLength(server.socketFolder)).toBeLessThan(92)
  expect(statSync(server.socketFolder).mode & 0o777).toBe(0o700)
  await writeRows(server, [1, 2, 3])
  await expectRows(server)
  await server.stop()
  rmSync(server.socketFolder, { recursive: true })
})

test('a socket folder that somebody else prepared is not used', async () => {
  const folder = join(makeFolder(), '残疾人联合会'.repeat(5), 'd'.repeat(60))
  const first = await startOwnedServer({ folder })
  await first.stop()
  chmodSync(first.socketFolder, 0o777)
  onTestFinished(() => rmSync(first.socketFolder, { recursive: true, force: true }))
  await expectRefusal(startOwnedServer({ folder }), {
    code: 'OWNED_UNSAFE_FOLDER',
    en: [first.socketFolder, 'mode 777', 'Delete it and start again'],
    zh: [first.socketFolder, '请删除该目录后重新启动'],
  })
})

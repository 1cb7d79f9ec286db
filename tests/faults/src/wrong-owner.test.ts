import { chmodSync, chownSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { startOwnedServer } from '@opendpf/database/owned'
import { expect, type TestContext, test } from 'vitest'
import { isRoot, makeFolder, skipLoudly, stopAfterTest } from './support/data-folder.js'
import { startDeployment } from './support/deployment.js'
import { readRows, writeRows } from './support/rows.js'

const nobody = { uid: 65_534, gid: 65_534 }

async function makeStoppedFolder(context: TestContext): Promise<string> {
  if (!isRoot || process.platform !== 'linux') skipLoudly(context, 'only root on Linux can change owners')
  const folder = makeFolder()
  const server = await startOwnedServer({ folder })
  await writeRows(server, [1, 2, 3])
  await server.stop()
  return folder
}

async function expectRows(folder: string): Promise<void> {
  expect(await readRows(stopAfterTest(await startOwnedServer({ folder })))).toEqual([1, 2, 3])
}

test('a folder that belongs to another user is refused and left alone', async (context) => {
  const folder = await makeStoppedFolder(context)
  const { uid } = statSync(join(folder, 'postgres'))
  chownSync(folder, nobody.uid, nobody.gid)
  const { report } = await startDeployment(folder, nobody)
  expect(report).toMatchObject({ started: false, code: 'OWNED_WRONG_OWNER' })
  if (report.started) return
  expect(report.en).toContain(`The data folder ${folder}/postgres belongs to user`)
  expect(report.en).toContain(`but the program runs as user nobody`)
  expect(report.en).toContain(`chown -R nobody ${folder}/postgres`)
  expect(report.zh).toContain(`而程序以用户 nobody 运行`)
  expect(statSync(join(folder, 'postgres')).uid).toBe(uid)
  await expectRows(folder)
})

test('a folder that may not be written is refused', async (context) => {
  if (!isRoot || process.platform !== 'linux') skipLoudly(context, 'only root on Linux can act for another user')
  const folder = makeFolder()
  chmodSync(folder, 0o755)
  const { report } = await startDeployment(folder, nobody)
  expect(report).toMatchObject({ started: false, code: 'OWNED_NOT_WRITABLE' })
  if (report.started) return
  expect(report.en).toContain(`The current user nobody may not read or write ${folder}`)
  expect(report.en).toContain('EACCES')
  expect(report.zh).toContain(`当前用户 nobody 无权读写 ${folder}`)
  expect(readdirSync(folder)).toEqual([])
})

test('a folder below one that may not be written cannot be made', async (context) => {
  if (!isRoot || process.platform !== 'linux') skipLoudly(context, 'only root on Linux can act for another user')
  const folder = join(makeFolder(), 'data')
  const { report } = await startDeployment(folder, nobody)
  expect(report).toMatchObject({ started: false, code: 'OWNED_NOT_WRITABLE' })
})

test('as root, files that root restored are handed over to the account of the server', async (context) => {
  const folder = await makeStoppedFolder(context)
  const cluster = join(folder, 'postgres')
  const { uid } = statSync(cluster)
  for (const entry of ['.', ...readdirSync(cluster, { recursive: true, encoding: 'utf8' })]) {
    chownSync(join(cluster, entry), 0, 0)
  }
  await expectRows(folder)
  expect(statSync(join(cluster, 'global', 'pg_control')).uid).toBe(uid)
})

test('as an ordinary user everything runs as that user', async (context) => {
  if (!isRoot || process.platform !== 'linux') skipLoudly(context, 'only root on Linux can act for another user')
  const parent = makeFolder()
  chmodSync(parent, 0o777)
  const folder = join(parent, 'data')
  const deployment = await startDeployment(folder, nobody)
  if (!deployment.report.started) throw new Error(deployment.report.en)
  expect(statSync(join(folder, 'postgres')).uid).toBe(nobody.uid)
  expect(statSync(`/proc/${deployment.report.postmaster}`).uid).toBe(nobody.uid)
  await deployment.end('SIGTERM')
})

test('a cluster that is open to others is refused with the remedy', async (context) => {
  const folder = await makeStoppedFolder(context)
  chmodSync(join(folder, 'postgres'), 0o755)
  await expect(startOwnedServer({ folder })).rejects.toMatchObject({
    code: 'OWNED_WRONG_MODE',
    message: expect.stringContaining(`chmod 700 ${folder}/postgres`),
  })
  chmodSync(join(folder, 'postgres'), 0o700)
  await expectRows(folder)
})

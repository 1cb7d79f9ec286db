import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startOwnedServer } from '@opendpf/database/owned'
import { expect, onTestFinished, test } from 'vitest'
import { exists, makeFolder, stopAfterTest } from './support/data-folder.js'
import { startDeployment } from './support/deployment.js'
import { expectRefusal } from './support/expect-error.js'
import { readRows, writeRows } from './support/rows.js'

/** A data folder after Node and PostgreSQL were both killed, with the pid file that is left. */
async function makeKilledFolder(): Promise<{ readonly folder: string; readonly pidFile: string }> {
  const folder = makeFolder()
  const killed = await startDeployment(folder)
  if (!killed.report.started) throw new Error(killed.report.en)
  const beside = await startOwnedServer({ folder })
  await writeRows(beside, [1, 2, 3])
  await beside.stop()
  const { postmaster } = killed.report
  await killed.end('SIGKILL')
  process.kill(postmaster, 'SIGKILL')
  while (exists(postmaster)) await new Promise(setImmediate)
  return { folder, pidFile: join(folder, 'postgres', 'postmaster.pid') }
}

async function expectRecovery(folder: string): Promise<void> {
  const server = stopAfterTest(await startOwnedServer({ folder }))
  expect(server.adopted).toBe(false)
  expect(await readRows(server)).toEqual([1, 2, 3])
}

/** Another program of the same account, which got the number of the dead postmaster. */
async function startOtherProgram(pidFile: string): Promise<number> {
  const { uid, gid } = statSync(pidFile)
  const other = spawn('sleep', ['600'], { stdio: 'ignore', cwd: '/', uid, gid })
  await once(other, 'spawn')
  onTestFinished(() => void other.kill())
  return other.pid ?? 0
}

test('a pid file of a dead process is cleared', async () => {
  const { folder } = await makeKilledFolder()
  await expectRecovery(folder)
})

test('a pid file whose number another program got meanwhile is cleared, and that program is left alone', async () => {
  const { folder, pidFile } = await makeKilledFolder()
  const other = await startOtherProgram(pidFile)
  const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n')
  writeFileSync(pidFile, [other, ...rest].join('\n'))
  writeFileSync(join(folder, 'postgres', '.s.PGSQL.5432.lock'), `${other}\n`)
  await expectRecovery(folder)
  expect(exists(other)).toBe(true)
})

test('a pid file that a power cut left empty is cleared', async () => {
  const { folder, pidFile } = await makeKilledFolder()
  writeFileSync(pidFile, '')
  await expectRecovery(folder)
})

test('a lock of a dead process is taken over', async () => {
  const { folder } = await makeKilledFolder()
  symlinkSync(JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' }), join(folder, 'postgres.lock'))
  await expectRecovery(folder)
})

test('a lock whose number another program got meanwhile is taken over', async () => {
  const { folder } = await makeKilledFolder()
  symlinkSync(JSON.stringify({ pid: process.pid, startedAt: '1' }), join(folder, 'postgres.lock'))
  await expectRecovery(folder)
})

test('a lock of a living process is respected, and the error names it', async () => {
  const { folder } = await makeKilledFolder()
  const lock = join(folder, 'postgres.lock')
  const startedAt = readFileSync(`/proc/${process.pid}/stat`, 'latin1').split(') ')[1]?.split(' ')[19]
  symlinkSync(JSON.stringify({ pid: process.pid, startedAt }), lock)
  await expectRefusal(startOwnedServer({ folder, startTimeout: 500, stopTimeout: 500 }), {
    code: 'OWNED_LOCKED',
    en: [`Process ${process.pid} is starting or stopping the database in ${folder}/postgres`, `delete ${lock}`],
    zh: [`进程 ${process.pid} 正在启动或停止数据目录 ${folder}/postgres 中的数据库`, '等待 1 秒后仍未完成'],
  })
})

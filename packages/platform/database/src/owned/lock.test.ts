import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { withLock } from './lock.js'
import { currentProcess } from './processes.js'
import { countUsers, joinUsers } from './users.js'

const folder = mkdtempSync(join(tmpdir(), 'opendpf-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const dead = { pid: 2 ** 22 + 1, startedAt: '1' }

function lockAt(name: string) {
  return { path: join(folder, name), folder, timeout: 20_000 }
}

test('one works at a time', async () => {
  let inside = 0
  let most = 0
  const work = async () => {
    inside += 1
    most = Math.max(most, inside)
    await setImmediate()
    inside -= 1
  }
  await Promise.all([1, 2, 3, 4, 5].map(() => withLock(lockAt('one'), work)))
  expect(most).toBe(1)
  expect(existsSync(join(folder, 'one'))).toBe(false)
})

test('the lock is given back when the work fails', async () => {
  await expect(withLock(lockAt('fails'), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withLock(lockAt('fails'), async () => 'again')).toBe('again')
})

test.each([
  ['a dead holder', JSON.stringify(dead)],
  ['a holder whose number another process has now', JSON.stringify({ ...currentProcess(), startedAt: '1' })],
  ['something unreadable', 'not a lock'],
])('the lock of %s is taken over, by one of many', async (_name, content) => {
  const lock = lockAt('stale')
  symlinkSync(content, lock.path)
  // a breaker that died as well must not block for ever
  symlinkSync(JSON.stringify(dead), `${lock.path}.break`)
  let inside = 0
  const work = async () => {
    inside += 1
    expect(inside).toBe(1)
    await setImmediate()
    inside -= 1
  }
  await Promise.all([1, 2, 3].map(() => withLock(lock, work)))
})

test('users that are gone do not count', () => {
  const users = join(folder, 'users')
  const first = joinUsers(users)
  const second = joinUsers(users)
  symlinkSync('nothing', join(users, `${dead.pid}-${dead.startedAt}-00000000`))
  symlinkSync('nothing', join(users, `${process.pid}-1-00000000`))
  expect(countUsers(users)).toBe(2)
  first.leave()
  expect(countUsers(users)).toBe(1)
  second.leave()
  expect(countUsers(users)).toBe(0)
})

import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { currentProcess, isSameProcess } from './processes.js'

/** One use of the server by this process; `leave` ends it. */
export interface ServerUse {
  leave(): void
}

/** Registers this process as a user of the server, so that another one does not stop it. Call it under the lock. */
export function joinUsers(folder: string): ServerUse {
  mkdirSync(folder, { recursive: true })
  const { pid, startedAt } = currentProcess()
  // the name alone carries the facts: on a full disk an empty file can still be made
  const file = join(folder, `${pid}-${encodeURIComponent(startedAt)}-${randomUUID().slice(0, 8)}`)
  writeFileSync(file, '')
  return { leave: () => rmSync(file, { force: true }) }
}

/** How many uses by processes that still run are registered; entries of dead ones are removed. Call it under the lock. */
export function countUsers(folder: string): number {
  let count = 0
  for (const name of list(folder)) {
    const [pid, startedAt] = name.split('-')
    if (isSameProcess({ pid: Number(pid), startedAt: decodeURIComponent(startedAt ?? '') })) count += 1
    else rmSync(join(folder, name), { force: true })
  }
  return count
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

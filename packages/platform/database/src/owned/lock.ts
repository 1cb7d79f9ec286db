import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { OwnedServerError } from './errors.js'
import { currentProcess, isSameProcess, type ProcessIdentity } from './processes.js'

const pollMilliseconds = 15

/**
 * Runs `work` while holding the lock file, so that one process at a time starts or stops the server of a folder.
 * A lock left by a process that is gone is taken over.
 * @throws OwnedServerError OWNED_LOCKED when the holder does not finish in `timeout` milliseconds
 */
export async function withLock<T>(
  options: { readonly path: string; readonly folder: string; readonly timeout: number },
  work: () => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + options.timeout
  while (!take(options.path)) {
    if (performance.now() > deadline) {
      throw new OwnedServerError('OWNED_LOCKED', {
        pid: read(options.path)?.pid ?? 0,
        path: options.folder,
        seconds: Math.round(options.timeout / 1000),
        lock: options.path,
      })
    }
    await sleep(pollMilliseconds)
  }
  try {
    return await work()
  } finally {
    remove(options.path)
  }
}

function take(path: string): boolean {
  if (create(path)) return true
  const holder = read(path)
  if (holder === undefined || isSameProcess(holder)) return false
  return takeOver(path)
}

/** Of two that see the same stale lock only the one with the breaking right removes it, and it looks again first. */
function takeOver(path: string): boolean {
  const right = `${path}.break`
  if (!create(right)) {
    const breaker = read(right)
    if (breaker !== undefined && !isSameProcess(breaker)) remove(right)
    return false
  }
  try {
    const holder = read(path)
    if (holder !== undefined && isSameProcess(holder)) return false
    remove(path)
    return create(path)
  } finally {
    remove(right)
  }
}

/**
 * Makes a lock with its holder in it, or does nothing if there is one. A symbolic link holds the text in its own entry:
 * it appears whole or not at all, and needs no space, so that a server can still be stopped on a full disk.
 */
function create(path: string): boolean {
  const text = JSON.stringify(currentProcess())
  try {
    if (process.platform === 'win32') createByHardLink(path, text)
    else symlinkSync(text, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function createByHardLink(path: string, text: string): void {
  const draft = `${path}.${randomUUID()}`
  try {
    writeFileSync(draft, text)
    linkSync(draft, path)
  } finally {
    remove(draft)
  }
}

function read(path: string): ProcessIdentity | undefined {
  try {
    const text = process.platform === 'win32' ? readFileSync(path, 'utf8') : readlinkSync(path)
    const value = JSON.parse(text) as Partial<ProcessIdentity>
    return { pid: Number(value.pid), startedAt: String(value.startedAt) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    // not written by us, or cut short by a power failure: nobody holds it
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'EINVAL')
      return { pid: -1, startedAt: '' }
    throw error
  }
}

function remove(path: string): void {
  rmSync(path, { force: true })
}

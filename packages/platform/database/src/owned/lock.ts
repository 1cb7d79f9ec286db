import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { OwnedServerError } from './errors.js'
import { currentProcess, isSameProcess, type ProcessIdentity } from './processes.js'

const pollMilliseconds = 15
let serial = 0

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
    if (holder !== undefined) remove(path)
    return create(path)
  } finally {
    remove(right)
  }
}

/** A hard link appears with its whole content or not at all, which an exclusive create does not promise. */
function create(path: string): boolean {
  serial += 1
  const draft = `${path}.${process.pid}.${serial}`
  writeFileSync(draft, JSON.stringify(currentProcess()))
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    remove(draft)
  }
}

function read(path: string): ProcessIdentity | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<ProcessIdentity>
    return { pid: Number(value.pid), startedAt: String(value.startedAt) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    // a power cut can leave an empty file behind: nobody holds it
    if (error instanceof SyntaxError) return { pid: -1, startedAt: '' }
    throw error
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

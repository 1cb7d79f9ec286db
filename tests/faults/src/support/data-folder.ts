import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OwnedServer } from '@opendpf/database/owned'
import { onTestFinished } from 'vitest'

/** Whether this process is root; many faults can only be made by root. */
export const isRoot = process.getuid?.() === 0

/** A new folder that others may pass through, removed after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opendpf-fault-'))
  chmodSync(folder, 0o711)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Stops the server after the test, whatever happens in it. */
export function stopAfterTest<Server extends Pick<OwnedServer, 'stop'>>(server: Server): Server {
  onTestFinished(() => server.stop())
  return server
}

/** The number of the postmaster of a data folder. */
export function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Whether a process with this number runs; one that only waits for its parent to take notice does not. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    if (process.platform !== 'linux') return true
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

/** Says in the output that a test could not be run here, so that nobody takes it for passed. */
export function skipLoudly(context: { skip(note?: string): never }, reason: string): never {
  console.warn(`NOT TESTED HERE: ${reason}`)
  return context.skip(reason)
}

import { execFileSync } from 'node:child_process'
import { closeSync, fstatSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, type TestContext } from 'vitest'
import { isRoot, makeFolder, skipLoudly } from './data-folder.js'

/** A folder on a disk of its own with so many megabytes. */
export function mountDisk(context: TestContext, megabytes: number): string {
  if (!isRoot || process.platform !== 'linux') skipLoudly(context, 'only root on Linux can mount a small disk')
  const mount = makeFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'tmpfs', mount], { stdio: 'pipe' })
  } catch (error) {
    skipLoudly(context, `mounting is not permitted (${String(error)})`)
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', mount]))
  return mount
}

/** Makes the disk larger or smaller. */
export function resize(mount: string, megabytes: number): void {
  execFileSync('mount', ['-o', `remount,size=${megabytes}m`, mount])
}

/** Fills the disk to the last byte and returns how to free it again. */
export function fill(mount: string): () => void {
  const file = join(mount, 'filler')
  const descriptor = openSync(file, 'a')
  const block = Buffer.alloc(64 * 1024)
  try {
    for (;;) writeSync(descriptor, block)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    expect(fstatSync(descriptor).size).toBeGreaterThan(0)
    closeSync(descriptor)
  }
  return () => rmSync(file)
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running postmaster says about itself in its pid file. */
export interface PostmasterFile {
  readonly pid: number
  readonly port: number
  /** Folder of the unix socket; empty where there is none. */
  readonly socketFolder: string
  readonly isReady: boolean
}

/** The pid file of a cluster, or undefined if there is none. An unreadable one has pid 0. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return {
      pid: Number.parseInt(lines[0] ?? '', 10) || 0,
      port: Number.parseInt(lines[3] ?? '', 10) || 0,
      socketFolder: lines[4]?.trim() ?? '',
      isReady: lines[7]?.trim() === 'ready',
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

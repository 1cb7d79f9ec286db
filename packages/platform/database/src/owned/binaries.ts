import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** The programs of one PostgreSQL version. */
export interface Binaries {
  /** Where they come from. */
  readonly source: 'system' | 'packaged'
  readonly folder: string
  readonly major: number
}

/** The oldest PostgreSQL that OpenDPF runs on. */
export const oldestMajor = 15

const debianFolder = '/usr/lib/postgresql'

/**
 * The system's PostgreSQL programs of a version we run on: Debian's places, newest first, then PATH. PATH is asked, which
 * costs two processes, only if none of Debian's is good enough.
 */
export async function findSystemBinaries(isEnough: (binaries: Binaries) => boolean): Promise<readonly Binaries[]> {
  const debian = findDebianBinaries().sort((a, b) => b.major - a.major)
  if (debian.some(isEnough)) return debian
  const onPath = await findBinariesOnPath()
  if (onPath === undefined || debian.some((known) => known.folder === onPath.folder)) return debian
  return [...debian, onPath]
}

/** The path of one of the programs. */
export function programPath(binaries: Binaries, name: 'initdb' | 'postgres' | 'psql'): string {
  return join(binaries.folder, process.platform === 'win32' ? `${name}.exe` : name)
}

function findDebianBinaries(): Binaries[] {
  if (!existsSync(debianFolder)) return []
  return readdirSync(debianFolder)
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({
      source: 'system' as const,
      folder: join(debianFolder, name, 'bin'),
      major: Number(name),
    }))
    .filter(isUsable)
}

async function findBinariesOnPath(): Promise<Binaries | undefined> {
  try {
    const { stdout } = await promisify(execFile)('pg_config', ['--bindir'])
    const folder = stdout.trim()
    const { stdout: version } = await promisify(execFile)(join(folder, 'postgres'), ['--version'])
    const major = Number(/(\d+)/.exec(version)?.[1])
    const binaries = { source: 'system' as const, folder, major }
    return isUsable(binaries) ? binaries : undefined
  } catch {
    return undefined
  }
}

function isUsable(binaries: Binaries): boolean {
  if (!(binaries.major >= oldestMajor)) return false
  return existsSync(programPath(binaries, 'initdb')) && existsSync(programPath(binaries, 'postgres'))
}

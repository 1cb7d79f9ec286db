import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A process that can be told from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number
  /** When it started, in a form that is only good for comparing on this machine; empty where the system does not tell. */
  readonly startedAt: string
}

/** The process with this number, or undefined if there is none (a zombie counts as none). */
export function findProcess(pid: number): ProcessIdentity | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (process.platform === 'linux') return findLinuxProcess(pid)
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  return { pid, startedAt: process.platform === 'win32' ? '' : run('ps', ['-o', 'lstart=', '-p', String(pid)]) }
}

/** Whether this very process still runs. */
export function isSameProcess(known: ProcessIdentity): boolean {
  return findProcess(known.pid)?.startedAt === known.startedAt
}

let self: ProcessIdentity | undefined

/** This process. */
export function currentProcess(): ProcessIdentity {
  self ??= findProcess(process.pid) ?? { pid: process.pid, startedAt: '' }
  return self
}

/**
 * Whether a process is PostgreSQL at work inside the folder: a postmaster and its children have the cluster as working directory.
 * Undefined where the system does not tell (Windows), so that the caller has to ask the server itself.
 */
export function isServerIn(pid: number, folder: string): boolean | undefined {
  if (process.platform === 'linux') return isLinuxServerIn(pid, folder)
  if (process.platform === 'win32') return undefined
  const command = run('ps', ['-o', 'command=', '-p', String(pid)])
  return command.includes('postgres') && command.includes(folder)
}

/** All PostgreSQL processes that work inside the folder; empty where the system does not tell. */
export function findServerProcesses(folder: string): readonly number[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => isLinuxServerIn(pid, folder) && findProcess(pid) !== undefined)
  }
  if (process.platform === 'win32') return []
  return run('ps', ['-axo', 'pid=,command='])
    .split('\n')
    .filter((line) => line.includes('postgres') && line.includes(folder))
    .map((line) => Number.parseInt(line, 10))
}

function findLinuxProcess(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // the name in parentheses may hold blanks, so count the fields after it
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : { pid, startedAt: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

function isLinuxServerIn(pid: number, folder: string): boolean {
  try {
    // a shell may stand in the folder as well
    return readlinkSync(`/proc/${pid}/cwd`) === folder && readFileSync(`/proc/${pid}/comm`, 'utf8') === 'postgres\n'
  } catch {
    return false
  }
}

function run(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}

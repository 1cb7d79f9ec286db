import { readFileSync, type Stats, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { OwnedServerError } from './errors.js'

/** An account of the operating system under which the server's programs run. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const candidates = ['postgres', 'nobody'] as const

/** Whether this process runs as root, which PostgreSQL refuses. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * The account to change to before running PostgreSQL, or undefined when this process is not root.
 * A cluster that exists keeps its owner.
 * @throws OwnedServerError OWNED_NO_ACCOUNT when there is no ordinary account
 */
export function chooseAccount(cluster: Stats | undefined): Account | undefined {
  if (!isRoot()) return undefined
  if (cluster !== undefined && cluster.uid !== 0) {
    return { name: accountName(cluster.uid), uid: cluster.uid, gid: cluster.gid }
  }
  for (const name of candidates) {
    const account = readAccounts().find((entry) => entry.name === name)
    if (account !== undefined) return account
  }
  throw new OwnedServerError('OWNED_NO_ACCOUNT', { searched: candidates.join(', ') })
}

/** The name of a user number, or the number itself. */
export function accountName(uid: number): string {
  return readAccounts().find((entry) => entry.uid === uid)?.name ?? String(uid)
}

/** The user this process runs as. */
export function currentUser(): string {
  try {
    return userInfo().username
  } catch {
    // a container may run under a number that has no name
    return String(process.getuid?.() ?? '')
  }
}

/** Whether the account may pass through the folder and all its parents; checks mode bits, not access lists. */
export function canReach(account: Account, folder: string): boolean {
  for (let current = folder; ; current = dirname(current)) {
    if (!hasPassage(account, statSync(current))) return false
    if (current === dirname(current)) return true
  }
}

function hasPassage(account: Account, stats: Stats): boolean {
  if (account.uid === 0) return true
  if (stats.uid === account.uid) return (stats.mode & 0o100) !== 0
  if (stats.gid === account.gid) return (stats.mode & 0o010) !== 0
  return (stats.mode & 0o001) !== 0
}

function readAccounts(): readonly Account[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
      .filter((account) => account.name !== '' && Number.isInteger(account.uid) && account.uid > 0)
  } catch {
    return []
  }
}

import { createHash } from 'node:crypto'
import { type Stats, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, canReach } from './privileges.js'

/** Where everything of an owned server is. */
export interface Layout {
  /** The data folder of the deployment. */
  readonly folder: string
  /** The folder that holds the cluster: the data folder, or another one when the server's account cannot reach that. */
  readonly home: string
  readonly cluster: string
  /** What names of clusters in the making begin with; one becomes `cluster` by one rename when it is complete. */
  readonly making: string
  readonly log: string
  readonly lock: string
  readonly users: string
  /** Where a usable copy of the packaged programs is put. */
  readonly runtime: string
  /** Password of all roles, only where there are no unix sockets. */
  readonly password: string
  readonly socketFolder: string
}

// sun_path holds 108 bytes with the closing zero, 104 on macOS
const longestSocketPath = process.platform === 'darwin' ? 103 : 107
const socketName = '/.s.PGSQL.65535'

/** The layout of a home folder. */
export function describeLayout(folder: string, home: string, account: Account | undefined): Layout {
  const cluster = join(home, 'postgres')
  return {
    folder,
    home,
    cluster,
    making: join(home, 'postgres.making-'),
    log: join(home, 'postgres.log'),
    lock: join(home, 'postgres.lock'),
    users: join(home, 'postgres.users'),
    runtime: join(home, 'runtime'),
    password: join(home, 'postgres.password'),
    socketFolder: chooseSocketFolder(cluster, account),
  }
}

/** A short name for a path. */
export function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}

/** What is at a path, or undefined. */
export function statOrNothing(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

/** The cluster itself, which only the server's account and root may enter, or a folder with a shorter name. */
function chooseSocketFolder(cluster: string, account: Account | undefined): string {
  const isShort = (folder: string) => Buffer.byteLength(folder + socketName) <= longestSocketPath
  if (isShort(cluster)) return cluster
  const name = `opendpf-${shortHash(cluster)}`
  const temporary = join(tmpdir(), name)
  const isReachable = account === undefined || canReach(account, tmpdir())
  return isShort(temporary) && isReachable ? temporary : join('/tmp', name)
}

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, type Stats, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { OwnedServerError } from './errors.js'
import { type Account, canReach, chooseAccount, isRoot } from './privileges.js'

/** Where everything of an owned server is. */
export interface Layout {
  /** The data folder of the deployment. */
  readonly folder: string
  /** The folder that holds the cluster: the data folder, or another one when the server's account cannot reach that. */
  readonly home: string
  readonly cluster: string
  /** A cluster in the making; it becomes `cluster` by one rename when it is complete. */
  readonly making: string
  readonly log: string
  readonly lock: string
  readonly users: string
  /** Where a usable copy of the packaged programs is put. */
  readonly runtime: string
  /** Password of the owner, only where there are no unix sockets. */
  readonly password: string
  readonly socketFolder: string
}

const pointerName = 'postgres.location'
const awayFolder = '/var/lib/opendpf'
// sun_path holds 108 bytes with the closing zero (104 on macOS)
const longestSocketPath = process.platform === 'darwin' ? 103 : 107
const socketName = '/.s.PGSQL.65535'

/** The layout for a data folder, which is made if it is missing, and the account to run under when we are root. */
export function findLayout(folder: string, log: (text: string) => void): { layout: Layout; account?: Account } {
  const wanted = resolve(folder)
  // passage for the server's account, nothing to see for others
  mkdirSync(wanted, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
  const data = realpathSync(wanted)
  const pointed = readPointer(data)
  const account = chooseAccount(statOrNothing(join(pointed ?? data, 'postgres')))
  if (pointed === undefined && (account === undefined || canReach(account, data))) {
    return { layout: describe(data, data), ...(account && { account }) }
  }
  const home = pointed ?? join(awayFolder, shortHash(data))
  claim({ home, data })
  if (pointed === undefined) {
    writeFileSync(join(data, pointerName), `${home}\n`)
    log(`The user ${account?.name} cannot reach ${data}: the database is kept in ${home}.`)
  }
  return { layout: describe(data, realpathSync(home)), ...(account && { account }) }
}

/** A short name for a path. */
export function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}

function describe(folder: string, home: string): Layout {
  const cluster = join(home, 'postgres')
  // inside the cluster, which only the server's account and root may enter
  const short = Buffer.byteLength(cluster + socketName) <= longestSocketPath
  return {
    folder,
    home,
    cluster,
    making: join(home, 'postgres.making'),
    log: join(home, 'postgres.log'),
    lock: join(home, 'postgres.lock'),
    users: join(home, 'postgres.users'),
    runtime: join(home, 'runtime'),
    password: join(home, 'postgres.password'),
    socketFolder: short ? cluster : join(tmpdir(), `opendpf-${shortHash(cluster)}`),
  }
}

function readPointer(data: string): string | undefined {
  const pointer = join(data, pointerName)
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined
}

/** Notes in the home whose database it is, and refuses the home of another data folder. */
function claim(options: { readonly home: string; readonly data: string }): void {
  const note = join(options.home, 'data-folder')
  mkdirSync(options.home, { recursive: true, mode: 0o711 })
  const other = existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined
  if (other === options.data) return
  if (other !== undefined && existsSync(other) && readPointer(other) === options.home) {
    throw new OwnedServerError('OWNED_LOCATION_TAKEN', {
      folder: options.data,
      path: options.home,
      other,
      pointer: join(options.data, pointerName),
    })
  }
  writeFileSync(note, `${options.data}\n`)
}

/** What is at a path, or undefined. */
export function statOrNothing(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

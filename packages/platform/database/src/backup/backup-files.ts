import { createHash } from 'node:crypto'
import type { Queryable } from '../connection/session.js'
import type { FilesManifest } from './manifest.js'

/** A file that belongs to the rows of a backup. */
export interface BackupFile {
  /** Its name in the archive: letters, digits, `-` and `/`. */
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
}

/** Finds the files that belong to what a session sees: the very rows that are being backed up. */
export type FindFiles = (session: Queryable) => AsyncIterable<BackupFile>

/** Puts a file that was in a backup back where it belongs. */
export type PutFile = (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>

/** Adds up files as they come, in their order. */
export interface FilesMeter {
  add(name: string, content: { readonly bytes: number; readonly sha256: string }): void
  /** Call it once, at the end. */
  measure(): FilesManifest
}

/** A meter that has seen no file. */
export function createFilesMeter(): FilesMeter {
  const hash = createHash('sha256')
  let count = 0
  let total = 0
  return {
    add(name, { bytes, sha256 }) {
      hash.update(`${name} ${bytes} ${sha256}\n`)
      count += 1
      total += bytes
    },
    measure: () => ({ count, bytes: total, sha256: hash.digest('hex') }),
  }
}

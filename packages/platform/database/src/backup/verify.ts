import type { Readable } from 'node:stream'
import { PassThrough, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { readArchive } from './archive-reader.js'
import { createFilesMeter } from './backup-files.js'
import { createContentMeter } from './content-meter.js'
import { BackupError } from './errors.js'
import { type BackupManifest, filesFolder, type TableManifest, tableLabel } from './manifest.js'

/** What was found in one folder of an archive. */
export interface FolderContent {
  readonly bytes: number
  readonly sha256: string
}

/**
 * Reads a whole backup file and checks it against its checksums. Changes nothing, needs no database.
 * @returns what is in the file
 * @throws BackupError BACKUP_FILE_MISSING, BACKUP_NOT_A_BACKUP, BACKUP_INCOMPLETE, BACKUP_FORMAT_NEWER or BACKUP_DAMAGED
 */
export async function verifyBackup(file: string): Promise<BackupManifest> {
  const found = new Map<string, FolderContent>()
  const files = createFilesMeter()
  const manifest = await readArchive(file, {
    async table(folder, content) {
      found.set(folder, await unpack({ file, part: folder, content, target: new PassThrough().resume() }))
    },
    async file(name, content) {
      const meter = createContentMeter()
      await pipeline(content, meter.stream, new PassThrough().resume())
      files.add(name, meter.measure())
    },
  })
  for (const table of manifest.tables) checkContent(file, table, found.get(table.folder))
  if (found.size > manifest.tables.length) throw new BackupError('BACKUP_DAMAGED', { file, part: 'manifest.json' })
  const { count, bytes, sha256 } = files.measure()
  const said = manifest.files ?? { count: 0, bytes: 0, sha256 }
  if (said.count !== count || said.bytes !== bytes || said.sha256 !== sha256)
    throw new BackupError('BACKUP_DAMAGED', { file, part: filesFolder })
  return manifest
}

/** Unpacks the content of a folder into a stream and measures it. */
export async function unpack(options: {
  readonly file: string
  readonly part: string
  readonly content: Readable
  readonly target: Writable
}): Promise<FolderContent> {
  const meter = createContentMeter()
  try {
    await pipeline(options.content, createGunzip(), meter.stream, options.target)
  } catch (error) {
    const isBadGzip = String((error as { readonly code?: string }).code).startsWith('Z_')
    if (!isBadGzip) throw error
    throw new BackupError('BACKUP_DAMAGED', { file: options.file, part: options.part }, { cause: error })
  }
  return meter.measure()
}

/** Compares what was read with what the manifest says. */
export function checkContent(file: string, table: TableManifest, found: FolderContent | undefined): void {
  if (found?.sha256 === table.sha256 && found.bytes === table.bytes) return
  throw new BackupError('BACKUP_DAMAGED', { file, part: tableLabel(table) })
}

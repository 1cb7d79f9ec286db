import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { text as readText } from 'node:stream/consumers'
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar'
import { BackupError, fileErrorCode } from './errors.js'
import {
  type BackupManifest,
  backupFormat,
  filesFolder,
  manifestName,
  manifestSumName,
  parseManifest,
} from './manifest.js'

/** Called for each folder of tables in order, and for each file by its name; must read the content to its end. */
export interface ArchiveVisitor {
  table(folder: string, content: Readable): Promise<void>
  file(name: string, content: Readable): Promise<void>
}

const longestText = 64 * 1024 * 1024

/**
 * Reads a backup file from its beginning to its end in flat memory, and returns its manifest, which comes last.
 * @throws BackupError BACKUP_FILE_MISSING, BACKUP_NOT_A_BACKUP, BACKUP_INCOMPLETE, BACKUP_FORMAT_NEWER or BACKUP_DAMAGED
 */
export async function readArchive(file: string, visitor: ArchiveVisitor): Promise<BackupManifest> {
  const input = createReadStream(file, { highWaterMark: 256 * 1024 })
  const decoded = Readable.toWeb(input).pipeThrough(createTarDecoder({ strict: true }))
  const entries = decoded.getReader()
  const texts = new Map<string, string>()
  let seen = 0
  let entry = await next()

  async function next(): Promise<ParsedTarEntry | undefined> {
    try {
      const { value } = await entries.read()
      seen += 1
      return value
    } catch (error) {
      throw explainReadError(error, { file, isFirst: seen === 0 })
    }
  }

  async function* readBody(current: ParsedTarEntry): AsyncGenerator<Uint8Array> {
    const body = current.body.getReader()
    for (;;) {
      const chunk = await body.read().catch((error: unknown) => {
        throw explainReadError(error, { file, isFirst: false })
      })
      if (chunk.value === undefined) return
      yield chunk.value
    }
  }

  async function* readParts(folder: string): AsyncGenerator<Uint8Array> {
    while (entry !== undefined && folderOf(entry) === folder) {
      yield* readBody(entry)
      entry = await next()
    }
  }

  try {
    while (entry !== undefined) {
      const folder = folderOf(entry)
      if (folder === undefined) {
        if (entry.header.size > longestText) throw new BackupError('BACKUP_NOT_A_BACKUP', { file })
        texts.set(entry.header.name, await readText(Readable.from(readBody(entry))))
        entry = await next()
      } else if (folder.startsWith('tables/')) {
        await visitor.table(folder, Readable.from(readParts(folder)))
      } else if (folder.startsWith(filesFolder)) {
        await visitor.file(folder.slice(filesFolder.length), Readable.from(readParts(folder)))
      } else {
        throw new BackupError('BACKUP_NOT_A_BACKUP', { file })
      }
    }
  } finally {
    input.destroy()
  }
  return checkManifest(texts, file)
}

function folderOf(entry: ParsedTarEntry): string | undefined {
  const end = entry.header.name.lastIndexOf('/')
  return end < 0 ? undefined : entry.header.name.slice(0, end)
}

function checkManifest(texts: ReadonlyMap<string, string>, file: string): BackupManifest {
  const text = texts.get(manifestName)
  const sum = texts.get(manifestSumName)
  if (text === undefined || sum === undefined) {
    throw new BackupError('BACKUP_INCOMPLETE', { file, detail: manifestName })
  }
  const manifest = parseManifest(text)
  if (manifest !== undefined && manifest.format > backupFormat) {
    throw new BackupError('BACKUP_FORMAT_NEWER', { file, format: manifest.format, known: backupFormat })
  }
  if (manifest === undefined || sum.trim() !== createHash('sha256').update(text).digest('hex')) {
    throw new BackupError('BACKUP_DAMAGED', { file, part: manifestName })
  }
  return manifest
}

function explainReadError(error: unknown, at: { readonly file: string; readonly isFirst: boolean }): BackupError {
  const { file } = at
  const code = fileErrorCode(error)
  const detail = error instanceof Error ? error.message : String(error)
  if (code !== undefined) return new BackupError('BACKUP_FILE_MISSING', { file, detail: code }, { cause: error })
  if (at.isFirst) return new BackupError('BACKUP_NOT_A_BACKUP', { file }, { cause: error })
  return new BackupError('BACKUP_INCOMPLETE', { file, detail }, { cause: error })
}

import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createTarPacker } from 'modern-tar'
import { BackupError, fileErrorCode } from './errors.js'
import { manifestName, manifestSumName } from './manifest.js'

const partSize = 4 * 1024 * 1024

/** A backup file in the making. */
export interface ArchiveWriter {
  /** A stream whose content becomes the files of a folder in the archive. */
  openFolder(folder: string): Writable
  /** A stream whose content becomes the files of a folder, as it is. */
  openPlainFolder(folder: string): Writable
  /** Adds the manifest and gives the file its name. */
  finish(manifest: string): Promise<void>
  /** Removes what was written. */
  discard(): Promise<void>
}

/**
 * Starts a backup file: an ordinary tar, readable by its owner only, that gets its name when it is complete and on disk.
 * Parts are cut to a size that fits into memory, since a tar must know the size of a file before its content.
 * @throws BackupError BACKUP_FILE_EXISTS; later BACKUP_NOT_WRITABLE or BACKUP_DISK_FULL
 */
export function createArchive(options: { readonly file: string; readonly createdAt: Date }): ArchiveWriter {
  const { file } = options
  if (existsSync(file)) throw new BackupError('BACKUP_FILE_EXISTS', { file })
  const draft = `${file}.part`
  rmSync(draft, { force: true })
  const { readable, controller } = createTarPacker()
  const written = pipeline(
    Readable.fromWeb(readable),
    createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
  )
  // reported by whoever waits next; a write that fails must not be an unhandled rejection until then
  written.catch(() => undefined)

  async function add(name: string, content: Buffer): Promise<void> {
    try {
      const header = { name, size: content.length, mode: 0o600, mtime: options.createdAt, type: 'file' } as const
      const entry = controller.add(header).getWriter()
      await Promise.race([entry.write(new Uint8Array(content)), written])
      await Promise.race([entry.close(), written])
    } catch (error) {
      await written
      throw error
    }
  }

  return {
    openFolder: (folder) =>
      createPartStream((number, content) => add(`${folder}/${String(number).padStart(6, '0')}.gz`, content)),
    openPlainFolder: (folder) =>
      createPartStream((number, content) => add(`${folder}/${String(number).padStart(6, '0')}`, content)),
    finish: async (manifest) => {
      try {
        await add(manifestName, Buffer.from(manifest))
        await add(manifestSumName, Buffer.from(`${createHash('sha256').update(manifest).digest('hex')}\n`))
        controller.finalize()
        await written
        await rename(draft, file)
        await syncFolder(dirname(file))
      } catch (error) {
        throw explainWriteError(error, file)
      }
    },
    discard: async () => {
      controller.error(new Error('discarded'))
      await written.catch(() => undefined)
      rmSync(draft, { force: true })
    },
  }
}

/** Says an error of writing the file as an error an operator can act on; anything else is returned as it is. */
export function explainWriteError(error: unknown, file: string): unknown {
  const code = fileErrorCode(error)
  if (code === undefined) return error
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupError('BACKUP_DISK_FULL', { file }, { cause: error })
  return new BackupError('BACKUP_NOT_WRITABLE', { file, detail: code }, { cause: error })
}

function createPartStream(addPart: (number: number, content: Buffer) => Promise<void>): Writable {
  let waiting: Buffer[] = []
  let size = 0
  let number = 0
  async function flush(): Promise<void> {
    const content = Buffer.concat(waiting)
    waiting = []
    size = 0
    number += 1
    await addPart(number, content)
  }
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      waiting.push(chunk)
      size += chunk.length
      if (size < partSize) done()
      else flush().then(() => done(), done)
    },
    final(done) {
      flush().then(() => done(), done)
    },
  })
}

async function syncFolder(folder: string): Promise<void> {
  // Windows does not open folders
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

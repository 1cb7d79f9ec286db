import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { OpenDpfError } from '@opendpf/errors'
import type { Crypto } from '../platform/crypto.js'
import { openPieces, sealedPieces } from './sealed-pieces.js'

/** What was stored. */
export interface StoredFile {
  /** SHA-256 of the content, in hex: the same file is recognised when it comes again. */
  readonly hash: string
  readonly bytes: number
}

/** Files that people brought or asked for. They hold personal data, so they lie sealed, for the owner of the process alone, and only for a time. */
export interface FileStore {
  /** Stores content under a name, all of it or nothing. A name is used once. */
  put(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<StoredFile>
  /** The content, piece by piece; a piece that was altered, moved or cut off ends it with an error. */
  read(name: string): AsyncGenerator<Uint8Array>
  readAll(name: string): Promise<Uint8Array>
  has(name: string): Promise<boolean>
  /** Deletes a file; nothing happens when it is gone already. */
  remove(name: string): Promise<void>
  list(): Promise<readonly string[]>
}

const nameForm = /^[a-z]+-[\da-f-]{36}$/

/** A store in a folder, made on first use. */
export function createFileStore(folder: string, crypto: Crypto): FileStore {
  const pathOf = (name: string): string => {
    if (!nameForm.test(name)) throw new Error(`not the name of a stored file: "${name}"`)
    return join(folder, name)
  }
  const store: FileStore = {
    async put(name, content) {
      const path = pathOf(name)
      const draft = `${path}.draft`
      const hash = createHash('sha256')
      let bytes = 0
      const measured = async function* (): AsyncGenerator<Uint8Array> {
        for await (const piece of content) {
          hash.update(piece)
          bytes += piece.byteLength
          yield piece
        }
      }
      await mkdir(folder, { recursive: true, mode: 0o700 })
      try {
        const file = await open(draft, 'w', 0o600)
        try {
          for await (const sealed of sealedPieces(measured(), name, crypto)) await file.write(sealed)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
      return { hash: hash.digest('hex'), bytes }
    },
    async *read(name) {
      const file = await open(pathOf(name), 'r').catch((cause: unknown) => {
        throw new OpenDpfError('not-found', { cause })
      })
      try {
        yield* openPieces(file.createReadStream({ autoClose: false }), name, crypto)
      } finally {
        await file.close()
      }
    },
    async readAll(name) {
      const pieces: Uint8Array[] = []
      for await (const piece of store.read(name)) pieces.push(piece)
      return Buffer.concat(pieces)
    },
    has: (name) =>
      stat(pathOf(name)).then(
        () => true,
        () => false,
      ),
    remove: (name) => rm(pathOf(name), { force: true }),
    list: async () => (await readdir(folder).catch(() => [])).filter((name) => nameForm.test(name)),
  }
  return store
}

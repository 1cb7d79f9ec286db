import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OpenDpfError } from '@opendpf/errors'
import type { ObjectStore } from './object-store.js'
import { requireObjectName } from './object-store.js'

/** Objects as files of a folder, one folder below it for each county; for the owner of the process alone. Made on first use. */
export function folderObjects(folder: string): ObjectStore {
  const pathOf = (name: string): string => join(folder, requireObjectName(name))
  return {
    async put(name, content) {
      const path = pathOf(name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const draft = `${path}.${randomUUID()}.draft`
      try {
        const file = await open(draft, 'wx', 0o600)
        try {
          await file.writeFile(content)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    async *get(name) {
      try {
        yield* createReadStream(pathOf(name)) as AsyncIterable<Uint8Array>
      } catch (cause) {
        throw (cause as NodeJS.ErrnoException).code === 'ENOENT' ? new OpenDpfError('not-found', { cause }) : cause
      }
    },
    has: (name) =>
      stat(pathOf(name)).then(
        () => true,
        () => false,
      ),
    remove: (name) => rm(pathOf(name), { force: true }),
  }
}

import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CryptoError } from './errors.js'
import { type KeyRing, readKeyRing, writeKeyRing } from './key-ring.js'

/**
 * Reads the key file, or nothing when there is none.
 *
 * @throws CryptoError `KEYS_TOO_OPEN` when others may read it, `KEYS_UNREADABLE`, `KEYS_BROKEN`
 */
export async function readKeyFile(path: string): Promise<KeyRing | undefined> {
  try {
    const { mode } = await stat(path)
    // Windows keeps rights elsewhere and reports a mode that means nothing
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new CryptoError('KEYS_TOO_OPEN', { path, mode: (mode & 0o777).toString(8) })
    }
    return readKeyRing(await readFile(path, 'utf8'), path)
  } catch (error) {
    if (error instanceof CryptoError) throw error
    const code = codeOf(error)
    if (code === 'ENOENT') return undefined
    throw new CryptoError('KEYS_UNREADABLE', { path, detail: code }, { cause: error })
  }
}

/** Makes the key file unless another process was first; answers the ring that is there afterwards. */
export async function createKeyFile(path: string, ring: KeyRing): Promise<KeyRing> {
  await write(path, ring, async (draft) => {
    try {
      // unlike a rename, a link never replaces a file that appeared meanwhile
      await link(draft, path)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    await rm(draft, { force: true })
  })
  return (await readKeyFile(path)) ?? ring
}

/** Replaces the key file: a crash leaves the old one or the new one, never half of one. */
export async function replaceKeyFile(path: string, ring: KeyRing): Promise<void> {
  await write(path, ring, (draft) => rename(draft, path))
}

async function write(path: string, ring: KeyRing, put: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(writeKeyRing(ring))
      await file.sync()
    } finally {
      await file.close()
    }
    await put(draft)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(draft, { force: true })
    throw new CryptoError('KEYS_NOT_WRITTEN', { path, detail: codeOf(error) }, { cause: error })
  }
}

/** The new name is safe only when the folder is on disk, too. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function codeOf(error: unknown): string {
  return (error as { readonly code?: string }).code ?? 'unknown'
}

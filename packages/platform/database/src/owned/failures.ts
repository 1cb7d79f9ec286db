import { statfsSync } from 'node:fs'
import { OwnedServerError } from './errors.js'
import { currentUser } from './privileges.js'

const fullBelow = 4 * 1024 * 1024

/** Turns a failure of the file system into an error an operator can act on; anything else is returned as it is. */
export function explainFileError(error: unknown, path: string): unknown {
  if (error instanceof OwnedServerError) return error
  // of a link the path is what it says, and the destination where it is
  const { code, path: named, dest } = error as NodeJS.ErrnoException & { readonly dest?: string }
  const place = dest ?? named
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    const params = { user: currentUser(), path: place ?? path, detail: code }
    return new OwnedServerError('OWNED_NOT_WRITABLE', params, { cause: error })
  }
  return error
}

/** An error for a full disk. */
export function diskFull(path: string, cause?: unknown): OwnedServerError {
  return new OwnedServerError('OWNED_DISK_FULL', { path, free: describeFree(path) }, { cause })
}

/** Whether so little is left that PostgreSQL cannot have worked, even if it could not write why. */
export function isDiskFull(path: string): boolean {
  return freeBytes(path) < fullBelow
}

function describeFree(path: string): string {
  return `${Math.round(freeBytes(path) / 1024)} KB`
}

function freeBytes(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

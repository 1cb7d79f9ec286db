import { fillText } from '../owned/fill-text.js'
import type { OwnedServerLocale } from '../owned/messages.js'
import { type BackupErrorCode, backupMessages } from './messages.js'

/** Values that fill the places of an error text; never personal data. */
export type BackupErrorParams = Readonly<Record<string, string | number>>

/** A backup or restore that was refused; the database is as it was. `message` is the Chinese text; `text` gives either. */
export class BackupError extends Error {
  readonly code: BackupErrorCode
  readonly params: BackupErrorParams

  constructor(code: BackupErrorCode, params: BackupErrorParams, options?: { readonly cause?: unknown }) {
    super(fillText(backupMessages[code]['zh-CN'], params), options)
    this.name = 'BackupError'
    this.code = code
    this.params = params
  }

  /** The error in words: what happened, where, what to do. */
  text(locale: OwnedServerLocale): string {
    return fillText(backupMessages[this.code][locale], this.params)
  }
}

/** Whether an error of the file system, by code. */
export function fileErrorCode(error: unknown): string | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException
  return syscall === undefined ? undefined : code
}

import { BackupError, backupMessages } from '@opendpf/database/backup'
import { CryptoError, cryptoMessages } from '@opendpf/database/crypto'
import { OwnedServerError, ownedServerMessages } from '@opendpf/database/owned'
import { isOpenDpfError, problemOf } from '@opendpf/errors'
import { interpolate } from '@opendpf/messages'

type Table = Readonly<Record<'zh-CN' | 'en', Readonly<Record<string, string>>>>

/** A failure of a command as an operator reads it, in both languages: what, where, and what to do. */
export function explain(error: unknown): string {
  if (error instanceof OwnedServerError) return both(ownedServerMessages, error)
  if (error instanceof BackupError) return both(backupMessages, error)
  if (error instanceof CryptoError) return both(cryptoMessages, error)
  if (isOpenDpfError(error)) {
    const cause = error.cause instanceof Error ? `\n${explain(error.cause)}` : ''
    const fields = error.fields.map(({ path, message }) => `\n- ${path}: ${message}`).join('')
    return `${problemOf(error, 'zh-CN').detail}\n${problemOf(error, 'en').detail}${fields}${cause}`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function both(
  table: unknown,
  error: { readonly code: string; readonly params: Readonly<Record<string, string | number>> },
): string {
  const texts = table as Table
  return [texts['zh-CN'][error.code], texts.en[error.code]]
    .map((text) => interpolate(text ?? error.code, error.params))
    .join('\n')
}

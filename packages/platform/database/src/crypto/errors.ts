import type { Locale, MessageParams } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'
import { type CryptoErrorCode, cryptoMessages } from './messages.js'

/**
 * A failure of keys or of a sealed value that an operator can act on. `message` is the Chinese text; `text` gives either.
 * Parameters name files and columns, never a value or a key.
 */
export class CryptoError extends Error {
  override readonly name = 'CryptoError'
  readonly code: CryptoErrorCode
  readonly params: MessageParams

  constructor(code: CryptoErrorCode, params: MessageParams, options?: { readonly cause?: unknown }) {
    super(messageOf(cryptoMessages, 'zh-CN', code, params), options)
    this.code = code
    this.params = params
  }

  /** The error in words: what happened, where, what to do. */
  text(locale: Locale): string {
    return messageOf(cryptoMessages, locale, this.code, this.params)
  }
}

/** Narrows an unknown failure. */
export function isCryptoError(error: unknown): error is CryptoError {
  return error instanceof CryptoError
}

import { fillText } from './fill-text.js'
import { type OwnedServerErrorCode, type OwnedServerLocale, ownedServerMessages } from './messages.js'

/** Values that fill the places of an error text; never personal data. */
export type OwnedServerErrorParams = Readonly<Record<string, string | number>>

/** A failure of the owned server that an operator can act on. `message` is the Chinese text; `text` gives either. */
export class OwnedServerError extends Error {
  readonly code: OwnedServerErrorCode
  readonly params: OwnedServerErrorParams

  constructor(code: OwnedServerErrorCode, params: OwnedServerErrorParams, options?: { readonly cause?: unknown }) {
    super(fillText(ownedServerMessages[code]['zh-CN'], params), options)
    this.name = 'OwnedServerError'
    this.code = code
    this.params = params
  }

  /** The error in words: what happened, where, what to do. */
  text(locale: OwnedServerLocale): string {
    return fillText(ownedServerMessages[this.code][locale], this.params)
  }
}

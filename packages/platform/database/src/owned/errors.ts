import { type OwnedServerErrorCode, type OwnedServerLocale, ownedServerMessages } from './messages.js'

/** Values that fill the places of an error text; never personal data. */
export type OwnedServerErrorParams = Readonly<Record<string, string | number>>

/** A failure of the owned server that an operator can act on. `message` is the Chinese text; `text` gives either. */
export class OwnedServerError extends Error {
  readonly code: OwnedServerErrorCode
  readonly params: OwnedServerErrorParams

  constructor(code: OwnedServerErrorCode, params: OwnedServerErrorParams, options?: { readonly cause?: unknown }) {
    super(fill(ownedServerMessages[code]['zh-CN'], params), options)
    this.name = 'OwnedServerError'
    this.code = code
    this.params = params
  }

  /** The error in words: what happened, where, what to do. */
  text(locale: OwnedServerLocale): string {
    return fill(ownedServerMessages[this.code][locale], this.params)
  }
}

function fill(text: string, params: OwnedServerErrorParams): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}

import { type Locale, messageOf } from '@opendpf/messages'

import { type SheetErrorCode, sheetErrorTexts } from './sheet-error-texts.js'

/** Values for the places of an error's text. Never personal data: they may be logged. */
export type SheetErrorParams = Readonly<Record<string, string | number>>

/** A file that cannot be read, or a sheet that cannot be written. `code` is stable. */
export class SheetError extends Error {
  override readonly name = 'SheetError'
  readonly code: SheetErrorCode
  readonly params: SheetErrorParams

  constructor(code: SheetErrorCode, params: SheetErrorParams = {}, options?: { readonly cause?: unknown }) {
    super(code, options)
    this.code = code
    this.params = params
  }
}

/** Narrows an unknown failure. */
export function isSheetError(error: unknown): error is SheetError {
  return error instanceof SheetError
}

/** What happened and what to do, for the person who sent the file. */
export function sheetErrorText(error: SheetError, locale: Locale): string {
  return messageOf(sheetErrorTexts, locale, error.code, error.params)
}

export type { SheetErrorCode } from './sheet-error-texts.js'

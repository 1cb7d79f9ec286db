import type { ErrorCode, ErrorParams, ErrorStatus } from './codes.js'
import { statusOf } from './codes.js'

/**
 * One thing that is wrong with one field of the input.
 * `code` is stable; `message` is in the caller's language and says what to do.
 */
export interface FieldProblem {
  /** Dotted path into the body, e.g. `components.0.grade`. */
  readonly path: string
  readonly code: string
  readonly message: string
}

/**
 * The only error that crosses a package boundary. It carries a stable code and parameters; the sentence is made
 * when it is shown, in the reader's language. Parameters never hold personal data: they end up in logs.
 */
export class OpenDpfError extends Error {
  override readonly name = 'OpenDpfError'
  readonly code: ErrorCode
  readonly params: ErrorParams
  readonly fields: readonly FieldProblem[]

  constructor(
    code: ErrorCode,
    options: {
      readonly params?: ErrorParams
      readonly fields?: readonly FieldProblem[]
      readonly cause?: unknown
    } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.params = options.params ?? {}
    this.fields = options.fields ?? []
  }

  get status(): ErrorStatus {
    return statusOf[this.code]
  }
}

/** Narrows an unknown failure; everything that is not ours is answered as `internal`. */
export function isOpenDpfError(error: unknown): error is OpenDpfError {
  return error instanceof OpenDpfError
}

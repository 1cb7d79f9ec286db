import type { FieldProblem, ProblemDocument } from '@opendpf/errors'

/** What went wrong with a request: the server's problem document, or `offline` when no answer came at all. */
export type Failure = ProblemDocument | { readonly code: 'offline'; readonly status: 0 }

/** A request that did not succeed. Pages show its sentence; forms take its field problems. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure'
  readonly failure: Failure

  constructor(failure: Failure, options?: { readonly cause?: unknown }) {
    super(failure.code, options)
    this.failure = failure
  }

  get code(): string {
    return this.failure.code
  }

  get status(): number {
    return this.failure.status
  }

  get problems(): readonly FieldProblem[] {
    return 'errors' in this.failure ? (this.failure.errors ?? []) : []
  }
}

/** Whether a failure is worth asking again: the line was down or the server was not ready. */
export function isPassing(error: unknown): boolean {
  return error instanceof RequestFailure && (error.status === 0 || error.status === 503)
}

/** Whether an error carries a stable code, such as `version-conflict`. */
export function hasCode(error: unknown, code: string): error is RequestFailure {
  return error instanceof RequestFailure && error.code === code
}

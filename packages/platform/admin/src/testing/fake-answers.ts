import type { ErrorCode, FieldProblem } from '@opendpf/errors'
import { OpenDpfError, problemOf } from '@opendpf/errors'

/** A JSON answer. */
export function json(body: unknown, status = 200): Response {
  return status === 204 ? new Response(null, { status }) : Response.json(body, { status })
}

/** A problem document, as the server writes it. */
export function refuse(
  code: ErrorCode,
  options: {
    readonly fields?: readonly FieldProblem[]
    readonly params?: Readonly<Record<string, string | number>>
  } = {},
): Response {
  const problem = problemOf(new OpenDpfError(code, options), 'zh-CN')
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  })
}

/** One request as the fake's parts see it. */
export interface FakeRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  readonly version: number | undefined
  /** What was brought as it is. */
  readonly file?: { readonly name: string; readonly type: string; readonly size: number } | undefined
}

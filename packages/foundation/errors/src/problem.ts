import type { ErrorCode } from './codes.js'
import type { FieldProblem } from './error.js'
import { OpenDpfError } from './error.js'
import { errorTexts } from './texts.js'

/** An RFC 9457 problem document, as every failing request answers it (`application/problem+json`). */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ErrorCode
  /** Present when fields of the input are at fault. */
  readonly errors?: readonly FieldProblem[]
}

/** Writes an error as a problem document in the reader's language. */
export function problemOf(error: OpenDpfError, locale: 'zh-CN' | 'en'): ProblemDocument {
  const { title, detail } = errorTexts[locale][error.code]
  const params = { count: error.fields.length, ...error.params }
  return {
    type: `urn:opendpf:problem:${error.code}`,
    title,
    status: error.status,
    detail: detail.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name as keyof typeof params] ?? '')),
    code: error.code,
    ...(error.fields.length > 0 ? { errors: error.fields } : {}),
  }
}

/** Reads a problem document back into the error it was made from; anything else becomes `internal`. */
export function errorOf(body: unknown): OpenDpfError {
  const document = (typeof body === 'object' && body !== null ? body : {}) as Partial<ProblemDocument>
  if (document.code === undefined || !(document.code in errorTexts.en))
    return new OpenDpfError('internal', { cause: body })
  return new OpenDpfError(document.code, { fields: document.errors ?? [], cause: body })
}

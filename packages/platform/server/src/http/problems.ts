import { isOpenDpfError, OpenDpfError, problemOf } from '@opendpf/errors'
import { negotiateLocale } from '@opendpf/messages'
import type { Context } from 'hono'
import { uuidv7 } from 'uuidv7'

/** Where failures that are ours are written. Never with a person's data. */
export type ErrorLog = (entry: {
  readonly reference: string
  readonly method: string
  readonly route: string
  readonly error: unknown
}) => void

/** Answers any failure as a problem document in the caller's language: no stack, no SQL, a reference for what only we can mend. */
export function answerProblem(c: Context, thrown: unknown, log: ErrorLog): Response {
  const error = known(thrown)
  const reference = uuidv7()
  if (error.status >= 500) log({ reference, method: c.req.method, route: c.req.routePath, error: thrown })
  const locale = negotiateLocale(c.req.header('accept-language'))
  const shown = error.code === 'internal' ? new OpenDpfError('internal', { params: { reference } }) : error
  return c.body(JSON.stringify(problemOf(shown, locale)), error.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': locale,
  })
}

/** Refusals of the database that say what the caller did; everything else is internal. */
function known(thrown: unknown): OpenDpfError {
  if (isOpenDpfError(thrown)) return thrown
  switch ((thrown as { code?: string } | undefined)?.code) {
    // unique violation: two writers at the same moment, the check of the second came before the commit of the first
    case '23505':
      return new OpenDpfError('duplicate', { params: { what: '' }, cause: thrown })
    case '42501':
      return new OpenDpfError('not-found', { cause: thrown })
    case '40001':
    case '40P01':
    case '55P03':
      return new OpenDpfError('version-conflict', { cause: thrown })
    case '53100':
    case '53300':
    case '57014':
      return new OpenDpfError('unavailable', { cause: thrown })
    // text with a NUL, which PostgreSQL does not store
    case '22021':
      return new OpenDpfError('invalid-request', { params: { what: '\\u0000' }, cause: thrown })
    default:
      return new OpenDpfError('internal', { cause: thrown })
  }
}

import { isOpenDpfError, OpenDpfError, problemOf } from '@opendpf/errors'
import type { Locale } from '@opendpf/messages'

const problemsShown = 5

/** Whether trying again can help: what the request itself did wrong stays wrong. */
export function isWorthRetrying(error: unknown): boolean {
  return !(isOpenDpfError(error) && error.status < 500 && error.code !== 'version-conflict')
}

/**
 * A failure in words for the jobs page. What is not ours is named by the job's number only, under which the log has the rest:
 * a message of the database can quote values.
 */
export function sayFailure(error: unknown, id: string, locale: Locale): string {
  const known = isOpenDpfError(error) ? error : new OpenDpfError('internal', { params: { reference: id } })
  const { detail, errors = [] } = problemOf(known, locale)
  return [detail, ...errors.slice(0, problemsShown).map(({ message }) => message)].join('\n').slice(0, 1000)
}

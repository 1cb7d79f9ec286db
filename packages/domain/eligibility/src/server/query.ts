import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv } from '@opendpf/kit/server'
import { isIsoDate } from '@opendpf/standards'
import type { Context } from 'hono'

/**
 * Reads the parameters of an address. A parameter that the route does not take is an error: it would have been meant to narrow the answer.
 *
 * @throws OpenDpfError `invalid-request` that names the parameter
 */
export function readQuery<const Name extends string>(
  c: Context<RouteEnv>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const given = c.req.query()
  for (const name of Object.keys(given)) if (!(names as readonly string[]).includes(name)) throw invalid(name)
  return given as Partial<Record<Name, string>>
}

export function invalid(what: string): OpenDpfError {
  return new OpenDpfError('invalid-request', { params: { what } })
}

/** A day, `YYYY-MM-DD`; default today. */
export function readDay(given: string | undefined, today: string): string {
  if (given === undefined) return today
  if (!isIsoDate(given)) throw invalid('date')
  return given
}

/** An instant of the past for what was known then. */
export function readInstant(given: string | undefined): { readonly knownAt?: string } {
  if (given === undefined) return {}
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(given) || Number.isNaN(Date.parse(given)))
    throw invalid('knownAt')
  return { knownAt: given }
}

import type { PlacedRecord } from '@opendpf/kit'
import type { Report } from '../check.js'
import type { Subject } from '../subject.js'
import { derivedExpectations } from './derived.js'
import type { Expectation, RouteEntry } from './expectation.js'

const prefix = '/api/v1'
/** Before the address of a page that needs no account. */
const page = 'page:'

/**
 * One expectation for every route of the module that is served. A route without one, an entry without a route, and a derived route that
 * is not served are findings.
 */
export function expectationsOf(subject: Subject, report: Report): readonly Expectation[] {
  const { module, server, records, entries } = subject
  const served = new Set(server.routes.flatMap(({ method, path }) => nameOf(module.id, method, path)))
  const derived = records.flatMap(derivedExpectations)
  const derivedNames = new Set(derived.map(({ route }) => route))
  for (const route of derivedNames) if (!served.has(route)) report(route, 'follows from the contract and is not served')
  for (const route of Object.keys(entries))
    if (isOf(module.id, route) && !served.has(route)) report(route, 'has an entry and is not served')
  const added = [...served]
    .filter((route) => !derivedNames.has(route))
    .flatMap((route) => {
      const entry = entries[route]
      if (entry) return [addedExpectation(route, entry, subject)]
      report(route, 'is expected to answer nothing: say what it answers in `routes` of the conformance options')
      return []
    })
  return [
    ...derived.filter(({ route }) => served.has(route)).map((one) => withEntry(one, entries[one.route])),
    ...added,
  ]
}

/** What a route is called in entries: its address below the API, or as it is where it is a page without an account. */
function nameOf(module: string, method: string, path: string): readonly string[] {
  if (path.startsWith(`${prefix}/${module}/`)) return [`${method} ${path.slice(prefix.length)}`]
  return path === `/${module}` || path.startsWith(`/${module}/`) ? [`${method} ${page}${path}`] : []
}

/** The module that a route belongs to. */
const isOf = (module: string, route: string): boolean =>
  (route.split(' ')[1] ?? '').replace(page, '').split('/')[1] === module

const isPublic = (module: string, route: string): boolean =>
  route.split(' ')[1]?.startsWith(page) === true || route.split(' ')[1]?.startsWith(`/${module}/public/`) === true

function withEntry(expectation: Expectation, entry: RouteEntry | undefined): Expectation {
  if (!entry) return expectation
  const { row: _, needs = [], ...rest } = entry
  return { ...expectation, ...rest, needs: [...expectation.needs, ...needs] }
}

function addedExpectation(route: string, entry: RouteEntry, { module, ownRoutes, server }: Subject): Expectation {
  const { permission } = ownRoutes.find(({ method, path }) => `${method} /${module.id}${path}` === route) ?? {}
  const { row, needs = [], request = () => (route.startsWith('GET ') ? {} : { body: {} }), answers } = entry
  const record: PlacedRecord | undefined = row && server.platform.registry.record(row)
  return {
    route,
    record,
    isAboutRow: record !== undefined,
    isPlaced: record === undefined ? entry.elsewhere !== undefined : record.scope !== 'global',
    needs: [...(permission === undefined ? [] : [`${module.id}:${permission}`]), ...needs],
    request,
    answers,
    elsewhere: entry.elsewhere ?? 404,
    removed: entry.removed ?? 404,
    isVersioned: entry.isVersioned ?? false,
    isKeyed: false,
    isSpent: !route.startsWith('GET '),
    isPublic: isPublic(module.id, route),
  }
}

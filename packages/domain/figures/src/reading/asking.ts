import type { Actor, Registry } from '@opendpf/kit'
import { isScopeWithin, scopeOfDivision } from '@opendpf/kit'
import {
  catalogueOf,
  dimensionsOf,
  type FigureAsked,
  type Indicator,
  permissionsOf,
  type UnknownReason,
} from '../contract/index.js'
import type { Narrowing } from './narrow.js'

/** A question that can be answered. */
export interface Question {
  readonly name: string
  readonly indicator: Indicator
  readonly about: Narrowing
  readonly by: string | undefined
  readonly asOf: string | undefined
}

/** Reads what is asked, or says why it cannot be known. An unknown filter is never left out: it would widen the figure. */
export function questionOf(
  { actor, registry, today }: { readonly actor: Actor; readonly registry: Registry; readonly today: string },
  asked: FigureAsked,
): Question | UnknownReason {
  const catalogue = catalogueOf(registry)
  const indicator = catalogue.get(asked.indicator)
  if (!indicator) return 'no-indicator'
  if (permissionsOf(catalogue, indicator).some((needed) => !actor.permissions.has(needed))) return 'not-permitted'
  const { by, asOf, from, to = today, filters = {} } = asked
  const dimensions = new Set(dimensionsOf(catalogue, indicator))
  for (const dimension of Object.keys(filters)) if (!dimensions.has(dimension)) return 'no-dimension'
  if (by !== undefined && by !== 'town' && by !== 'village' && !dimensions.has(by)) return 'no-dimension'
  if (indicator.reading === 'external' && by !== undefined) return 'no-dimension'
  if (indicator.kind === 'flow' && (from === undefined || from > to)) return 'no-period'
  const division = asked.division ?? territoryOf(actor)
  if (division !== undefined) {
    const place = scopeOfDivision(division)
    if (!isScopeWithin(place, actor.scope)) return 'outside-territory'
    if (depth[place.level] > depth[indicator.finest ?? 'village']) return 'too-fine'
  }
  if ((by === 'town' || by === 'village') && depth[by] > depth[indicator.finest ?? 'village']) return 'too-fine'
  // rows of one's whole territory are all that row security shows: they are held against nothing
  const place = division === territoryOf(actor) ? undefined : division
  const about = { from, to, division, place, filters }
  return { name: asked.indicator, indicator, about, by, asOf: knownUntil(indicator, { to, asOf, today }) }
}

/** Of what rows do not keep, a day of the past is told as it was known at its end. */
function knownUntil(
  { past }: Pick<Indicator, 'past'>,
  { to, asOf, today }: { readonly to: string; readonly asOf: string | undefined; readonly today: string },
): string | undefined {
  if (past !== 'recorded' || to >= today) return asOf
  const end = new Date(`${to}T23:59:59.999+08:00`).toISOString()
  return asOf !== undefined && asOf < end ? asOf : end
}

const depth = { county: 1, town: 2, village: 3 } as const

/** The whole territory of somebody, as a division; undefined where it is everything. */
export function territoryOf({ scope }: Pick<Actor, 'scope'>): string | undefined {
  return scope.level === 'all' ? undefined : scope.code.padEnd(12, '0')
}

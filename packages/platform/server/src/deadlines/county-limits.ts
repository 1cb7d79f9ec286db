import type { Session } from '@opendpf/database'
import { seeingEverything } from '@opendpf/database'
import type { Actor, Limits, Place, PlacedRecord, TimeLimit } from '@opendpf/kit'
import { isWithinScope, scopeOfDivision } from '@opendpf/kit'
import type { IsoDate } from '@opendpf/standards'

/** What divisions keep instead of the limits of a workflow: the latest decision of the smallest one that a row lies in. */
export interface CountyLimits {
  limitsOf(place: Place, clock: string, declared: Limits, variant?: string): Limits
}

interface Decision {
  readonly division: string
  readonly clock: string
  readonly kind: keyof Limits
  readonly unit: 'workingDays' | 'days' | 'months'
  readonly value: number
  readonly variant: string | null
}

/** Reads the decisions of some counties about one record. A county's decision holds for its towns, who do not see the county's rows. */
export async function readCountyLimits(
  record: PlacedRecord,
  counties: readonly (string | null)[],
  { session, actor, today }: { readonly session: Session; readonly actor: Actor; readonly today: IsoDate },
): Promise<CountyLimits> {
  const decisions = await seeingEverything(session, actor.scope, () =>
    session.query<Decision & Record<string, unknown>>({
      name: 'county-limits',
      text: 'select distinct on (division, clock, kind, variant) division, clock, kind, unit, value, variant from system_limit where record = $1 and county = any($2::text[]) and since <= $3::date order by division, clock, kind, variant nulls first, since desc, id desc',
      values: [record.ref, [...new Set(counties)], today],
    }),
  )
  // a village's code sorts behind its town's, and that behind its county's: the last that fits is the smallest, about one value the closest
  const found = (place: Place, clock: string, kind: keyof Limits, variant?: string): TimeLimit | undefined => {
    const decision = decisions.findLast(
      (one) =>
        one.clock === clock &&
        one.kind === kind &&
        (one.variant === null || one.variant === variant) &&
        isWithinScope(scopeOfDivision(one.division), place),
    )
    return decision && ({ [decision.unit]: decision.value } as unknown as TimeLimit)
  }
  return {
    limitsOf(place, clock, { statutory, promised }, variant) {
      const promise = found(place, clock, 'promised', variant) ?? promised
      return {
        statutory: found(place, clock, 'statutory', variant) ?? statutory,
        ...(promise ? { promised: promise } : {}),
      }
    },
  }
}

import type { Session } from '@opendpf/database'
import type { Actor } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import type { IsoDate } from '@opendpf/standards'
import { readCountyLimits } from './county-limits.js'

/** Reads declared periods as divisions keep them on a day. */
export function periodsOn(
  today: IsoDate,
  actor: Actor,
  run: <T>(work: (session: Session) => Promise<T>) => Promise<T>,
): ModuleContext['periods'] {
  return async (record, name, counties) => {
    const declared = record.periods?.[name]
    if (!declared) throw new Error(`${record.ref} has no period "${name}"`)
    const decided = await run((session) => readCountyLimits(record, counties, { session, actor, today }))
    return (place) => decided.limitsOf(place, name, { statutory: declared }).statutory
  }
}

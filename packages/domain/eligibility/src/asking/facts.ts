import type { ModuleContext } from '@opendpf/kit/server'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { eligibilityId } from '../contract/index.js'

/** What a group of facts is asked with. */
export interface GroupAsked {
  /** The day, as a date of the database. */
  readonly date: RawBuilder<string>
  /** What subjects receive on the day: rows (subject, scheme, kind, since) of every module that tells. */
  readonly receives: RawBuilder<unknown>
}

/**
 * A query with one row for each subject: `subject` (its id) and one column for each fact of the group, named like the fact. Both readers
 * use it: with one subject for an explanation, with all of a territory for a population. Grouped by the subject, so that the database can
 * ask it for one.
 */
export type FactGroup = (asked: GroupAsked) => RawBuilder<unknown>

/** What a module tells of subjects, behind the facts that its contract declares. */
export interface FactSources {
  readonly groups?: Readonly<Record<string, FactGroup>>
  /**
   * Who receives what on a day, as rows (subject, scheme, kind, since): `scheme` is `<module>.<name>` of a declared scheme, or null; `kind`
   * is a code of outside benefits, or null.
   */
  readonly receives?: (asked: Pick<GroupAsked, 'date'>) => RawBuilder<unknown>
}

/** Gives the engine what stands behind a module's facts, for `provides: { eligibility: facts({ … }) }`. */
export function facts(sources: FactSources): FactSources {
  return sources
}

/** The sources of all modules of a deployment. */
export interface Sources {
  /** @throws Error for a group that no server half answers */
  group(module: string, name: string): FactGroup
  receives(date: RawBuilder<string>): RawBuilder<unknown>
}

/** Reads what all modules give. */
export function sourcesOf({ provided }: Pick<ModuleContext, 'provided'>): Sources {
  const given = provided(eligibilityId) as ReadonlyMap<string, FactSources>
  return {
    group(module, name) {
      const group = given.get(module)?.groups?.[name]
      if (!group)
        throw new Error(`the module "${module}" declares facts of the group "${name}" and answers them nowhere`)
      return group
    },
    receives(date) {
      const told = [...given.values()].flatMap(({ receives }) => (receives ? [receives({ date })] : []))
      return told.length === 0
        ? sql`(select null::text as subject, null::text as scheme, null::text as kind, null::date as since where false)`
        : sql`(${sql.join(
            told.map((rows) => sql`select subject, scheme, kind, since from (${rows}) as told`),
            sql` union all `,
          )})`
    },
  }
}

import type { Verdict } from '@opendpf/eligibility'
import { compileSchemes, verdictOf } from '@opendpf/eligibility/asking'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import type { NamedProgramme } from '../../contract/index.js'

/** How somebody stands to a programme by the rules of today. */
export interface Standing {
  readonly verdict: Verdict
  /** Draws something that excludes the programme. */
  readonly isExcluded: boolean
}

/** Asks the rules of a programme about many subjects in one query. */
export async function standingOf(
  context: Pick<ModuleContext, 'db' | 'registry' | 'provided' | 'planFreely' | 'today'>,
  { scheme, stops }: Pick<NamedProgramme, 'scheme' | 'stops'>,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  if (subjects.length === 0) return new Map()
  const excluding = stops.flatMap(({ reason, when }) => (reason === 'excluded-allowance' ? [when] : []))
  const { joined, verdicts, predicates } = await compileSchemes(context, [scheme], {
    date: context.today,
    predicates: excluding,
  })
  const excludes = excluding.map((name) => predicates.get(name) ?? sql<boolean>`false`)
  const asking = sql<{ readonly id: string; readonly verdict: boolean | null; readonly isExcluded: boolean }>`
    select s.id, ${verdicts.get(scheme) ?? sql`null::boolean`} as verdict,
      coalesce(${excludes.length === 0 ? sql`false` : sql.join(excludes, sql` or `)}, false) as "isExcluded"
    from ${joined.from} where s.id = any(${[...subjects]}::text[])`
  const { rows } = await context.planFreely(() => asking.execute(context.db))
  return new Map(rows.map(({ id, verdict, isExcluded }) => [id, { verdict: verdictOf(verdict), isExcluded }]))
}

import { bookOf } from '@opendpf/eligibility'
import { compileSchemes, ruleVersion } from '@opendpf/eligibility/asking'
import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { addDays } from '@opendpf/standards'
import { type RawBuilder, sql } from 'kysely'
import { addMonthsTo, type NamedProgramme, type programmes } from '../../contract/index.js'
import { liesIn } from './place.js'

type Cycle = RowOf<(typeof programmes.records)['cycle']>
export type DifferenceKind = RowOf<(typeof programmes.records)['difference']>['kind']

/** Something that the register says of somebody who receives. */
export interface Found {
  readonly enrolment: string
  readonly person: string
  readonly division: string
  readonly kind: DifferenceKind
}

/** The day that the register is asked about: today, or the last day of a month that is over. */
export function askedOn({ month }: Pick<Cycle, 'month'>, today: string): string {
  const last = addDays(`${addMonthsTo(month, 1)}-01`, -1)
  return last < today ? last : today
}

/** The version of the rules that a programme asks now. */
export function ruleVersionOf({ registry }: Pick<ModuleContext, 'registry'>, { scheme }: NamedProgramme): string {
  const book = bookOf(registry)
  const rule = book.schemes.get(scheme)?.rule
  if (!rule) throw new Error(`no module declares the scheme "${scheme}"`)
  return ruleVersion(rule, book)
}

/**
 * Everybody who receives and of whom the register says otherwise, with the first reason that holds: in one query over the register, whatever
 * the number of people. A rule that cannot be decided is a difference too, and never a yes. What is paid once was decided once: whether it would
 * be decided so again is not asked, what ends it is.
 */
export async function findDifferences(
  context: Pick<ModuleContext, 'db' | 'registry' | 'provided' | 'planFreely' | 'today'>,
  { programme: name, month, division }: Pick<Cycle, 'programme' | 'month' | 'division'>,
  programme: NamedProgramme,
): Promise<readonly Found[]> {
  const { joined, verdicts, predicates } = await compileSchemes(context, [programme.scheme], {
    date: askedOn({ month }, context.today),
    predicates: programme.stops.map(({ when }) => when),
  })
  const verdict =
    programme.cycle === 'once' ? sql`true` : (verdicts.get(programme.scheme) as RawBuilder<boolean | null>)
  const stops = programme.stops.map(({ reason, when }) => sql`when ${predicates.get(when)} then ${reason}::text`)
  const place = String(division)
  const asking = sql<Found>`
    select e.id as enrolment, e.person, e.division,
      case when f.id is null or not (${liesIn(place, 'p')}) then 'moved-out'
        when f.reason is not null then f.reason
        when f.verdict is false then 'not-eligible'
        when f.verdict is null then 'undecidable'
        else 'check-due' end as kind
    from programmes_enrolment e
      left join persons_person p on p.id = e.person
      left join (
        select s.id, ${verdict} as verdict, ${stops.length === 0 ? sql`null::text` : sql`case ${sql.join(stops, sql` `)} end`} as reason
        from ${joined.from}
      ) f on f.id = e.subject
    where e.programme = ${name} and e.state = 'active' and ${liesIn(place, 'e')} and e.from_month <= ${month}
      and (e.last_month is null or e.last_month >= ${month})
      and (f.verdict is not true or f.reason is not null or p.id is null or not (${liesIn(place, 'p')})
        or e.check_by <= ${month})
    order by e.id`
  const { rows } = await context.planFreely(() => asking.execute(context.db))
  return rows
}

import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { compileSchemes } from '../asking/index.js'
import type { ParameterTable, Supposed } from '../asking/parameters.js'
import { bookOf, namesIn, type Simulation } from '../contract/index.js'

interface Town {
  readonly town: string | null
  readonly before: number
  readonly after: number
  readonly enter: number
  readonly leave: number
  readonly costBefore: number | null
  readonly costAfter: number | null
}

/** The schemes that a parameter decides or pays. */
export function schemesWith({ registry }: Pick<ModuleContext, 'registry'>, parameter: string): readonly string[] {
  const book = bookOf(registry)
  return [...book.schemes].flatMap(([name, { rule, amount }]) =>
    amount === parameter || namesIn(rule, book).parameters.has(parameter) ? [name] : [],
  )
}

/**
 * What values would do to a scheme on a day before they are put in force: the population with them against the one without, in one query.
 * Nothing is written.
 */
export async function simulate(
  context: Pick<ModuleContext, 'db' | 'registry' | 'provided' | 'planFreely'>,
  scheme: string,
  { date, supposing }: { readonly date: string; readonly supposing: readonly Supposed[] },
): Promise<Simulation> {
  const now = await compileSchemes(context, [scheme], { date, isAskedElsewhere: true })
  const then = await compileSchemes(context, [scheme], { date, supposing, isAskedElsewhere: true })
  const amount = bookOf(context.registry).schemes.get(scheme)?.amount
  const counting = sql<Town>`
    select town, count(*) filter (where was)::int as before, count(*) filter (where will)::int as after,
      count(*) filter (where will and was is not true)::int as enter,
      count(*) filter (where was and will is not true)::int as leave,
      case when bool_or(was and paid is null) then null else coalesce(sum(paid) filter (where was), 0)::bigint end
        as "costBefore",
      case when bool_or(will and pays is null) then null else coalesce(sum(pays) filter (where will), 0)::bigint end
        as "costAfter"
    from (select s.town, ${now.verdicts.get(scheme) ?? sql`null`} as was, ${then.verdicts.get(scheme) ?? sql`null`} as will,
        ${amountOf(amount, now.parameters)} as paid, ${amountOf(amount, then.parameters)} as pays
      from ${then.joined.from} offset 0) as subjects group by town order by town`
  const { rows: towns } = await context.planFreely(() => counting.execute(context.db))
  const total = (pick: (town: Town) => number) => towns.reduce((sum, town) => sum + pick(town), 0)
  const cost = (pick: (town: Town) => number | null) =>
    amount === undefined || towns.some((town) => pick(town) === null) ? null : total((town) => pick(town) ?? 0)
  return {
    scheme,
    date,
    before: total(({ before }) => before),
    after: total(({ after }) => after),
    enter: total(({ enter }) => enter),
    leave: total(({ leave }) => leave),
    costBefore: cost(({ costBefore }) => costBefore),
    costAfter: cost(({ costAfter }) => costAfter),
    towns: towns
      .filter(({ enter, leave }) => enter + leave > 0)
      .map(({ town, enter, leave }) => ({ town, enter, leave })),
  }
}

/** What a subject's region pays each month, in fen. */
function amountOf(name: string | undefined, parameters: ParameterTable) {
  const entries = name === undefined ? [] : (parameters.get(name) ?? [])
  const everywhere = entries.find(({ prefix }) => prefix === '')
  const last = everywhere ? sql`${everywhere.value}::bigint` : sql`null::bigint`
  const cases = entries
    .filter(({ prefix }) => prefix !== '')
    .map(
      ({ prefix, value }) =>
        sql`when left(s.division, ${sql.lit(prefix.length)}) = ${prefix}::text then ${value}::bigint`,
    )
  return cases.length === 0 ? last : sql`(case ${sql.join(cases, sql` `)} else ${last} end)`
}

import type { ModuleContext } from '@opendpf/kit/server'
import { type RawBuilder, sql } from 'kysely'
import { compileSchemes } from '../asking/index.js'
import type { Supposed } from '../asking/parameters.js'
import { bookOf, namesIn, type SimulatedPart, type Simulation } from '../contract/index.js'

interface Town {
  readonly town: string | null
  readonly before: number
  readonly after: number
  readonly enter: number
  readonly leave: number
  readonly costBefore: number | null
  readonly costAfter: number | null
}

type Context = Pick<ModuleContext, 'db' | 'registry' | 'provided' | 'planFreely'>

/** Values that are not in force, and the day on which they would be. */
export interface Change {
  readonly date: string
  readonly supposing: readonly Supposed[]
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
export async function simulate(context: Context, scheme: string, { date, supposing }: Change): Promise<Simulation> {
  const { now, then, verdicts } = await compileBoth(context, scheme, { date, supposing, withAmounts: true })
  const amount = bookOf(context.registry).schemes.get(scheme)?.amount
  const counting = sql<Town>`
    select town, count(*) filter (where was)::int as before, count(*) filter (where will)::int as after,
      count(*) filter (where ${parts.enter})::int as enter, count(*) filter (where ${parts.leave})::int as leave,
      case when bool_or(was and paid is null) then null else coalesce(sum(paid) filter (where was), 0)::bigint end
        as "costBefore",
      case when bool_or(will and pays is null) then null else coalesce(sum(pays) filter (where will), 0)::bigint end
        as "costAfter"
    from (select s.town, ${verdicts},
        ${now.amounts.get(scheme) ?? sql`null`} as paid, ${then.amounts.get(scheme) ?? sql`null`} as pays
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

/** Conditions on a subject who qualifies now (`was`) or would (`will`); whoever cannot be decided does not. */
const parts: Readonly<Record<SimulatedPart, RawBuilder<boolean>>> = {
  enter: sql<boolean>`will and was is not true`,
  leave: sql<boolean>`was and will is not true`,
}

/** A page of the subjects behind a count of {@link simulate}, by id. */
export async function listSimulated(
  context: Context,
  scheme: string,
  asked: Change & {
    readonly part: SimulatedPart
    /** 9 digits. */
    readonly town?: string | undefined
    /** The id after which the page begins. */
    readonly after?: string | undefined
    readonly limit: number
  },
): Promise<readonly { readonly id: string; readonly division: string }[]> {
  const { part, town, after = '', limit } = asked
  const { then, verdicts } = await compileBoth(context, scheme, asked)
  const inTown = town === undefined ? sql`` : sql`and s.town = ${town}`
  const listing = sql<{ id: string; division: string }>`select id, division
    from (select s.id, s.division, ${verdicts} from ${then.joined.from} where s.id > ${after} ${inTown} offset 0) as subjects
    where ${parts[part]} order by id limit ${limit}`
  return (await context.planFreely(() => listing.execute(context.db))).rows
}

/** A scheme as it is and as it would be, over the same subjects. */
async function compileBoth(
  context: Context,
  scheme: string,
  { date, supposing, withAmounts = false }: Change & { readonly withAmounts?: boolean },
) {
  const asked = { date, withAmounts, isAskedElsewhere: true }
  const now = await compileSchemes(context, [scheme], asked)
  const then = await compileSchemes(context, [scheme], { ...asked, supposing })
  const verdicts = sql`${now.verdicts.get(scheme) ?? sql`null`} as was, ${then.verdicts.get(scheme) ?? sql`null`} as will`
  return { now, then, verdicts }
}

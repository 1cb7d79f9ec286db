import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext } from '@opendpf/kit/server'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { bookOf, namesIn, type PopulationPart, type Scheme, type TownCount, type Verdict } from '../contract/index.js'
import { compile } from './compile.js'
import { type Joined, joinFacts } from './joined.js'
import { type ParametersAsked, type ParameterTable, readParameters } from './parameters.js'

type Context = Pick<ModuleContext, 'db' | 'registry' | 'provided'>
/** Of what is asked about everybody. */
type WholeContext = Context & Pick<ModuleContext, 'planFreely'>

/** Schemes of one record type over its whole register, as parts of one query. */
export interface Compiled {
  /** Subjects as `s`, joined with every fact that the schemes ask for. */
  readonly joined: Joined
  /** Whether a subject qualifies: true, false, or null where it cannot be decided. */
  readonly verdicts: ReadonlyMap<string, RawBuilder<boolean | null>>
  /** Whether a predicate that was asked for holds of a subject. */
  readonly predicates: ReadonlyMap<string, RawBuilder<boolean | null>>
  readonly parameters: ParameterTable
}

/** Schemes on a day, with predicates that are asked of the same subjects in the same query. */
export type SchemesAsked = ParametersAsked & { readonly predicates?: readonly string[] }

/**
 * Compiles schemes over the register. `select s.id from ${joined.from} where ${verdict}` are those who qualify, within the territory of
 * the transaction it runs in.
 *
 * @throws OpenDpfError `not-found` for a scheme or a predicate that no module declares
 */
export async function compileSchemes(
  context: Context,
  names: readonly string[],
  { predicates = [], ...asked }: SchemesAsked,
): Promise<Compiled> {
  const book = bookOf(context.registry)
  const schemes = names.map((name) => [name, schemeNamed(context, name)] as const)
  const of = schemes[0]?.[1].of ?? 'persons.person'
  if (schemes.some(([, scheme]) => scheme.of !== of)) throw new Error('schemes of one query are about one record type')
  const also = predicates.map((name) => {
    const predicate = book.predicates.get(name)
    if (!predicate) throw new OpenDpfError('not-found')
    return [name, predicate] as const
  })
  const needed = [...schemes, ...also].map(([, { rule }]) => namesIn(rule, book))
  const parameterNames = new Set(needed.flatMap(({ parameters }) => [...parameters]))
  for (const [, { amount }] of schemes) if (amount !== undefined) parameterNames.add(amount)
  const parameters = await readParameters(context, book, parameterNames, asked)
  const factNames = new Set(needed.flatMap(({ facts }) => [...facts]))
  const joined = joinFacts(context, of, { names: factNames, date: asked.date })
  const columns = { fact: joined.fact, division: joined.division, parameters, book }
  return {
    joined,
    parameters,
    verdicts: new Map(schemes.map(([name, { rule }]) => [name, compile(rule, columns)])),
    predicates: new Map(also.map(([name, { rule }]) => [name, compile(rule, columns)])),
  }
}

/** A declared scheme by `<module>.<name>`. */
export function schemeNamed(context: Pick<ModuleContext, 'registry'>, name: string): Scheme & { readonly of: string } {
  const scheme = bookOf(context.registry).schemes.get(name)
  if (!scheme) throw new OpenDpfError('not-found')
  return scheme
}

/** The population of one scheme: a query with (id, division, town, county, verdict, receives), to be counted, listed or joined. */
export async function population(
  context: Context,
  scheme: string,
  asked: ParametersAsked,
): Promise<{ readonly rows: RawBuilder<unknown>; readonly parameters: ParameterTable }> {
  const { joined, verdicts, parameters } = await compileSchemes(context, [scheme], asked)
  const receiving = sql`exists (select from ${joined.receives} as received where received.subject = s.id and received.scheme = ${scheme})`
  const rows = sql`(select s.id, s.division, s.town, s.county, ${verdicts.get(scheme) ?? sql`null`} as verdict,
    ${receiving} as receives from ${joined.from})`
  return { rows, parameters }
}

const parts: Readonly<Record<PopulationPart, RawBuilder<boolean>>> = {
  yes: sql`verdict`,
  unknown: sql`verdict is null`,
  missing: sql`verdict and not receives`,
  surplus: sql`verdict is false and receives`,
  doubtful: sql`verdict is null and receives`,
}

/** Counts a scheme by town: who qualifies, who cannot be decided, and the gaps between that and who receives. */
export async function countPopulation(
  context: WholeContext,
  scheme: string,
  asked: ParametersAsked,
): Promise<readonly TownCount[]> {
  const { rows } = await population(context, scheme, asked)
  const counts = Object.entries(parts).map(
    ([part, condition]) => sql`, count(*) filter (where ${condition})::int as ${sql.raw(part)}`,
  )
  const counting = sql<TownCount>`
    select town${sql.join(counts, sql``)} from ${rows} as population group by town order by town`
  const { rows: towns } = await context.planFreely(() => counting.execute(context.db))
  return towns.filter(({ yes, unknown, surplus }) => yes + unknown + surplus > 0)
}

export interface PageAsked extends ParametersAsked {
  readonly part: PopulationPart
  /** 9 digits. */
  readonly town?: string | undefined
  /** The id after which the page begins. */
  readonly after?: string | undefined
  readonly limit: number
}

/** One subject of a list, before its name is read by the read path. */
export interface PopulationMember {
  readonly id: string
  readonly division: string
  readonly verdict: Verdict
  readonly receives: boolean
}

/** A page of the list behind a count, by id. */
export async function listPopulation(
  context: WholeContext,
  scheme: string,
  { part, town, after = '', limit, ...asked }: PageAsked,
): Promise<readonly PopulationMember[]> {
  const { rows } = await population(context, scheme, asked)
  const inTown = town === undefined ? sql`` : sql` and town = ${town}`
  const listing = sql<{
    id: string
    division: string
    verdict: boolean | null
    receives: boolean
  }>`select id, division, verdict, receives from ${rows} as population
    where id > ${after} and ${parts[part]}${inTown} order by id limit ${limit}`
  const { rows: found } = await context.planFreely(() => listing.execute(context.db))
  return found.map(({ verdict, ...row }) => ({ ...row, verdict: verdictOf(verdict) }))
}

/** What the database's three values are called. */
export function verdictOf(value: boolean | null): Verdict {
  return value === null ? 'unknown' : value ? 'yes' : 'no'
}

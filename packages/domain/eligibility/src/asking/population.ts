import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext } from '@opendpf/kit/server'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { bookOf, namesIn, type PopulationPart, type Scheme, type TownCount, type Verdict } from '../contract/index.js'
import { paidBy, sumColumn } from './amounts.js'
import { commonSet } from './common-set.js'
import { compile } from './compile.js'
import { type Joined, joinFacts } from './joined.js'
import { type ParametersAsked, readParameters } from './parameters.js'

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
  /** What a scheme pays a subject in fen, null where that is not known; of those that were asked `withAmounts`. */
  readonly amounts: ReadonlyMap<string, RawBuilder<number | null>>
}

/** Schemes on a day. */
export interface SchemesAsked extends ParametersAsked {
  /** Asked of the same subjects in the same query. */
  readonly predicates?: readonly string[]
  /** Whether verdicts are asked of the subjects of another question too, whose parameters may be others: nothing is decided beforehand then. */
  readonly isAskedElsewhere?: boolean
  /** Whether what schemes pay is asked too: what the sums depend on is joined then. */
  readonly withAmounts?: boolean
}

/**
 * Compiles schemes over the register. `select s.id from ${joined.from} where ${verdict}` are those who qualify, within the territory of
 * the transaction it runs in.
 *
 * @throws OpenDpfError `not-found` for a scheme or a predicate that no module declares
 */
export async function compileSchemes(
  context: Context,
  names: readonly string[],
  { predicates = [], isAskedElsewhere = false, withAmounts = false, ...asked }: SchemesAsked,
): Promise<Compiled> {
  const book = bookOf(context.registry)
  const schemes = names.map((name) => [name, schemeNamed(context, name)] as const)
  const of = schemes[0]?.[1].of ?? 'persons.person'
  if (schemes.some(([, scheme]) => scheme.of !== of)) throw new Error('schemes of one query are about one record type')
  const others = predicates.map((name) => {
    const predicate = book.predicates.get(name)
    if (!predicate) throw new OpenDpfError('not-found')
    return [name, predicate] as const
  })
  const needed = [...schemes, ...others].map(([, { rule }]) => namesIn(rule, book))
  const parameterNames = new Set(needed.flatMap(({ parameters }) => [...parameters]))
  const paying = withAmounts ? schemes.map(([, scheme]) => scheme) : []
  for (const { amount } of paying) if (amount !== undefined) parameterNames.add(amount)
  const parameters = await readParameters(context, book, parameterNames, asked)
  const also = paying.flatMap((scheme) => paidBy(scheme, book) ?? [])
  const factNames = new Set([...needed.flatMap(({ facts }) => [...facts]), ...also])
  const rules = [...schemes, ...others].map(([, { rule }]) => rule)
  const single = joinFacts(context, of, { names: factNames, date: asked.date })
  const { joined, columns } = isAskedElsewhere
    ? { joined: single, columns: { fact: single.fact, division: single.division, parameters, book } }
    : commonSet(single, rules, { parameters, book, also })
  return {
    joined,
    amounts: new Map(
      withAmounts ? schemes.map(([name, scheme]) => [name, sumColumn(scheme, { joined, parameters, book })]) : [],
    ),
    verdicts: new Map(schemes.map(([name, { rule }]) => [name, compile(rule, columns)])),
    predicates: new Map(others.map(([name, { rule }]) => [name, compile(rule, columns)])),
  }
}

/** A declared scheme by `<module>.<name>`. */
export function schemeNamed(context: Pick<ModuleContext, 'registry'>, name: string): Scheme & { readonly of: string } {
  const scheme = bookOf(context.registry).schemes.get(name)
  if (!scheme) throw new OpenDpfError('not-found')
  return scheme
}

/** A population: (id, division, town, county) of its subjects, and of each scheme whether they qualify and whether they receive it. */
interface Population {
  readonly rows: RawBuilder<unknown>
  /** The columns of a scheme, in the order in which schemes were asked for. */
  readonly columnsOf: (at: number) => {
    readonly verdict: RawBuilder<boolean | null>
    readonly receives: RawBuilder<boolean>
  }
}

/**
 * The population of schemes of one record type, to be counted or listed: what is known of a subject is joined once for all of them, and each
 * verdict is decided once, however often the count asks for it.
 */
async function population(context: Context, schemes: readonly string[], asked: ParametersAsked): Promise<Population> {
  const { joined, verdicts } = await compileSchemes(context, schemes, asked)
  const columns = schemes.map(
    (name, at) => sql`, ${verdicts.get(name) ?? sql`null::boolean`} as ${verdictColumn(at)},
      coalesce(${name}::text = any(received.schemes), false) as ${receivesColumn(at)}`,
  )
  // kept apart from what asks about it, or the database decides each verdict anew for each part of a count
  const rows = sql`(select s.id, s.division, s.town, s.county${sql.join(columns, sql``)} from ${joined.from}
    left join (select subject, array_agg(scheme) as schemes from ${joined.receives} as told
      where scheme = any(${[...schemes]}::text[]) group by subject) as received on received.subject = s.id offset 0)`
  return { rows, columnsOf: (at) => ({ verdict: verdictColumn(at), receives: receivesColumn(at) }) }
}

const verdictColumn = (at: number): RawBuilder<boolean | null> => sql`${sql.raw(`verdict_${at}`)}`
const receivesColumn = (at: number): RawBuilder<boolean> => sql`${sql.raw(`receives_${at}`)}`

type Columns = ReturnType<Population['columnsOf']>

const parts: Readonly<Record<PopulationPart, (columns: Columns) => RawBuilder<boolean>>> = {
  yes: ({ verdict }) => sql`${verdict}`,
  unknown: ({ verdict }) => sql`${verdict} is null`,
  missing: ({ verdict, receives }) => sql`${verdict} and not ${receives}`,
  surplus: ({ verdict, receives }) => sql`${verdict} is false and ${receives}`,
  doubtful: ({ verdict, receives }) => sql`${verdict} is null and ${receives}`,
}

/**
 * Counts schemes by town, in one query for all that are about the same record type: who qualifies, who cannot be decided, and the gaps between
 * that and who receives.
 */
export async function countPopulations(
  context: WholeContext,
  schemes: readonly string[],
  asked: ParametersAsked,
): Promise<ReadonlyMap<string, readonly TownCount[]>> {
  const counted = new Map<string, readonly TownCount[]>()
  const byRecord = Map.groupBy(new Set(schemes), (name) => schemeNamed(context, name).of)
  for (const names of byRecord.values()) {
    const { rows, columnsOf } = await population(context, names, asked)
    const counts = names.flatMap((_, at) =>
      Object.entries(parts).map(
        ([part, condition]) =>
          sql`, count(*) filter (where ${condition(columnsOf(at))})::int as ${sql.raw(`${part}_${at}`)}`,
      ),
    )
    const counting = sql<{ readonly town: string | null } & Readonly<Record<string, number>>>`
      select town${sql.join(counts, sql``)} from ${rows} as population group by town order by town`
    const { rows: towns } = await context.planFreely(() => counting.execute(context.db))
    for (const [at, name] of names.entries()) counted.set(name, towns.map((row) => countIn(row, at)).filter(isNotable))
  }
  return counted
}

function countIn(row: { readonly town: string | null } & Readonly<Record<string, unknown>>, at: number): TownCount {
  const counts = Object.keys(parts).map((part) => [part, row[`${part}_${at}`]])
  return { town: row.town, ...(Object.fromEntries(counts) as Readonly<Record<PopulationPart, number>>) }
}

const isNotable = ({ yes, unknown, surplus }: TownCount): boolean => yes + unknown + surplus > 0

/** Counts one scheme by town. */
export async function countPopulation(
  context: WholeContext,
  scheme: string,
  asked: ParametersAsked,
): Promise<readonly TownCount[]> {
  return (await countPopulations(context, [scheme], asked)).get(scheme) ?? []
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
  const { rows, columnsOf } = await population(context, [scheme], asked)
  const columns = columnsOf(0)
  const inTown = town === undefined ? sql`` : sql` and town = ${town}`
  const listing = sql<{
    id: string
    division: string
    verdict: boolean | null
    receives: boolean
  }>`select id, division, ${columns.verdict} as verdict, ${columns.receives} as receives from ${rows} as population
    where id > ${after} and ${parts[part](columns)}${inTown} order by id limit ${limit}`
  const { rows: found } = await context.planFreely(() => listing.execute(context.db))
  return found.map(({ verdict, ...row }) => ({ ...row, verdict: verdictOf(verdict) }))
}

/** What the database's three values are called. */
export function verdictOf(value: boolean | null): Verdict {
  return value === null ? 'unknown' : value ? 'yes' : 'no'
}

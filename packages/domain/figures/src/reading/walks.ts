import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { FigureValue } from '../contract/index.js'
import { collectAtoms } from './conditions.js'
import { type Context, type CountedQuestion, type Measured, readValue, shadows } from './measured-rows.js'
import { aggregate, missingValues, narrow } from './narrow.js'

/** A level of places that are the groups of a walk, in the column `the_place`: a dimension has no such name. */
export type Place = 'town' | 'village'

/** Answers questions about the same rows in one walk over them; with a level, each question about the place that it names. */
export type Walk = (
  context: Context,
  those: readonly Measured[],
  place: Place | undefined,
) => Promise<ReadonlyMap<CountedQuestion, FigureValue>>

/**
 * Rows and sums: rows that are alike in everything that the questions ask are put together first, so that however many questions there are,
 * each row is looked at once.
 */
export const countRows: Walk = (context, those, place) =>
  walk(context, those, place, ({ columns, first, where }) => {
    const atoms = collectAtoms()
    const hasSums = columns.some(({ question }) => question.indicator.reading === 'sum')
    const answers = columns.flatMap((column, index) => {
      const condition = atoms.conditionOf(column.question)
      const over = (what: RawBuilder<unknown>) => sql`coalesce(sum(${what}) filter (where ${condition}), 0)`
      const isSum = column.question.indicator.reading === 'sum'
      return [
        sql`${isSum ? sql`${over(sql`g.total`)}::float8` : over(sql`g.found`)} as ${sql.raw(`v${index}`)}`,
        sql`${isSum ? over(sql`g.found - g.valued`) : sql`0`} as ${sql.raw(`n${index}`)}`,
      ]
    })
    const keys = [...atoms.columns, ...(place === undefined ? [] : [sql`${keyOf(place)} as the_place`])]
    const sums = hasSums ? sql`, sum(m.value) as total, count(m.value) as valued` : sql``
    const by = keys.length === 0 ? sql`` : sql`group by ${sql.raw(keys.map((_, index) => index + 1).join(', '))}`
    return sql`select ${placeOf(place)}${sql.join(answers)} from (
      select ${sql.join([...keys, sql`count(*) as found`])}${sums} from (${first.rows}) as m where ${where} ${by}
    ) as g ${groups(place)}`
  })

/** Units, each once: every unit is held against the questions by all of its rows, and counted where one of them met the question. */
export const countDistinct: Walk = (context, those, place) =>
  walk(context, those, place, ({ columns, first, where }) => {
    const met = columns.map(
      ({ question }, index) => sql`bool_or(${narrow(question.indicator, question.about)}) as ${sql.raw(`b${index}`)}`,
    )
    const answers = columns.flatMap((_, index) => [
      sql`count(*) filter (where ${sql.raw(`g.b${index}`)}) as ${sql.raw(`v${index}`)}`,
      sql`0 as ${sql.raw(`n${index}`)}`,
    ])
    const keys = place === undefined ? sql`` : sql`, ${keyOf(place)} as the_place`
    return sql`select ${placeOf(place)}${sql.join(answers)} from (
      select ${sql.join(met)}, m.unit${keys} from (${first.rows}) as m
      where m.unit is not null and ${where} group by m.unit${place === undefined ? sql`` : sql`, the_place`}
    ) as g ${groups(place)}`
  })

/** What needs its values in their order. */
export const countOrdered: Walk = (context, those, place) =>
  walk(context, those, place, ({ columns, first, where }) => {
    const answers = columns.flatMap(({ question }, index) => {
      const { reading } = question.indicator
      const condition = narrow(question.indicator, question.about)
      return [
        sql`${aggregate(reading, condition)} as ${sql.raw(`v${index}`)}`,
        sql`${missingValues(reading, condition)} as ${sql.raw(`n${index}`)}`,
      ]
    })
    const key = place === undefined ? sql`` : sql`${keyOf(place)} as the_place, `
    return sql`select ${key}${sql.join(answers)} from (${first.rows}) as m where ${where} ${groups(place)}`
  })

interface Column {
  readonly question: CountedQuestion
}

interface Ground {
  /** One for each different question; about its place where the walk has no places. */
  readonly columns: readonly Column[]
  readonly first: Measured
  /** What every row has to meet that any of the questions is about. */
  readonly where: RawBuilder<unknown>
}

type Answers = Readonly<Record<string, unknown>>

async function walk(
  context: Context,
  those: readonly Measured[],
  place: Place | undefined,
  statementOf: (ground: Ground) => RawBuilder<unknown>,
): Promise<ReadonlyMap<CountedQuestion, FigureValue>> {
  const [first] = those
  if (!first) return new Map()
  // the same question about many places is one column
  const aboutOf = ({ question: { about } }: Measured) =>
    place === undefined ? about : { ...about, division: undefined, place: undefined }
  const alike = [
    ...Map.groupBy(those, (one) => JSON.stringify([one.question.indicator.reading, aboutOf(one)])).values(),
  ]
  const columns = alike.flatMap(([one]) => (one ? [{ question: { ...one.question, about: aboutOf(one) } }] : []))
  const where = place === undefined ? span(those) : sql`${span(those)} and ${among(those, place)}`
  const { rows } = await sql<Answers>`${shadows(context, first)}${statementOf({ columns, first, where })}`.execute(
    context.db,
  )
  const byPlace = new Map(rows.map((row) => [place === undefined ? undefined : String(row.the_place), row]))
  return new Map(
    alike.flatMap((questions, index) =>
      questions.map(({ question }) => {
        const row = byPlace.get(place === undefined ? undefined : codeOf(question, place))
        return [question, row ? readValue(row[`v${index}`], row[`n${index}`]) : readNothing(question)] as const
      }),
    ),
  )
}

/** Rows of other villages are many; those of other towns are fewer than it costs to hold every row against a list. */
function among(those: readonly Measured[], place: Place): RawBuilder<unknown> {
  if (place === 'town') return sql`true`
  return sql`m.division = any(${[...new Set(those.map(({ question }) => codeOf(question, place)))]}::text[])`
}

/** What rows of a place have in common. */
function keyOf(place: Place): RawBuilder<unknown> {
  return place === 'town' ? sql`left(m.division, 9)` : sql`m.division`
}

/** The same of the place that a question is about. */
function codeOf({ about }: CountedQuestion, place: Place): string {
  return (about.place ?? '').slice(0, place === 'town' ? 9 : 12)
}

function placeOf(place: Place | undefined): RawBuilder<unknown> {
  return place === undefined ? sql`` : sql`the_place, `
}

function groups(place: Place | undefined): RawBuilder<unknown> {
  return place === undefined ? sql`` : sql`group by the_place`
}

/** A place without a row: there are none, and they sum up to 0; of none there is no median. */
function readNothing({ indicator: { reading } }: CountedQuestion): FigureValue {
  return readValue(reading === 'median' || reading === 'p90' ? null : 0, 0)
}

/** The days that any of the questions is about, so that an index of the date can be used. */
function span(those: readonly Measured[]): RawBuilder<unknown> {
  if (those[0]?.question.indicator.kind !== 'flow') return sql`true`
  const from = those.map(({ question }) => question.about.from ?? '').toSorted()[0]
  const to = those
    .map(({ question }) => question.about.to)
    .toSorted()
    .at(-1)
  return sql`m.date between ${from}::date and ${to}::date`
}

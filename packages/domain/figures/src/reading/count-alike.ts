import { scopeOfDivision } from '@opendpf/kit'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { FigureValue } from '../contract/index.js'
import { type Context, type CountedQuestion, type Measured, readValue, shadows } from './measured-rows.js'
import { aggregate, groupedBy, missingValues, narrow } from './narrow.js'

/** From so many places on they are counted as groups of one walk, instead of holding every row against each of them. */
const manyPlaces = 3

/** Answers questions about the same rows, in one walk over them for each level of places that is asked for. */
export async function countAlike(
  context: Context,
  those: readonly Measured[],
): Promise<ReadonlyMap<CountedQuestion, FigureValue>> {
  const answers = new Map<CountedQuestion, FigureValue>()
  for (const [level, questions] of byLevel(those)) {
    const found = level === 'each' ? await countEach(context, questions) : await countPlaces(context, questions, level)
    for (const [question, answer] of found) answers.set(question, answer)
  }
  return answers
}

type Level = 'town' | 'village'

/** Questions about many towns, about many villages, and the rest. */
function byLevel(those: readonly Measured[]): ReadonlyMap<Level | 'each', readonly Measured[]> {
  const levelOf = ({ question: { about } }: Measured): Level | 'each' => {
    const level = about.division === undefined ? 'all' : scopeOfDivision(about.division).level
    return level === 'town' || level === 'village' ? level : 'each'
  }
  const groups = Map.groupBy(those, levelOf)
  const few: Measured[] = [...(groups.get('each') ?? [])]
  const many = new Map<Level | 'each', readonly Measured[]>()
  for (const level of ['town', 'village'] as const) {
    const group = groups.get(level) ?? []
    const places = new Set(group.map(({ question }) => question.about.division))
    if (places.size < manyPlaces) few.push(...group)
    else many.set(level, group)
  }
  return few.length === 0 ? many : new Map([['each', few], ...many])
}

async function countEach(
  context: Context,
  those: readonly Measured[],
): Promise<ReadonlyMap<CountedQuestion, FigureValue>> {
  const [first] = those
  if (!first) return new Map()
  const columns = those.map(({ question }) => ({ question, condition: narrow(question.indicator, question.about) }))
  const { rows } = await sql<Answers>`
    ${shadows(context, first)}select ${sql.join(columns.flatMap(pairOf))} from (${first.rows}) as m where ${span(those)}`.execute(
    context.db,
  )
  const [row = {}] = rows
  return new Map(those.map(({ question }, index) => [question, readPair(row, index)]))
}

/** The same question about many places is one column, and the places are the groups. */
async function countPlaces(
  context: Context,
  those: readonly Measured[],
  level: Level,
): Promise<ReadonlyMap<CountedQuestion, FigureValue>> {
  const [first] = those
  if (!first) return new Map()
  const everywhere = ({ question }: Measured) => ({ ...question.about, division: undefined })
  const alike = [
    ...Map.groupBy(those, (one) => JSON.stringify([one.question.indicator.reading, everywhere(one)])).values(),
  ]
  const columns = alike.flatMap(([one]) =>
    one ? [{ question: one.question, condition: narrow(one.question.indicator, everywhere(one)) }] : [],
  )
  const places = [...new Set(those.map(({ question }) => question.about.division))]
  const place = groupedBy(level)
  const { rows } = await sql<Answers & { readonly place: string }>`
    ${shadows(context, first)}select ${place} as place, ${sql.join(columns.flatMap(pairOf))} from (${first.rows}) as m
    where ${span(those)} and ${place} = any(${places}::text[]) group by 1`.execute(context.db)
  const byPlace = new Map(rows.map((row) => [row.place, row]))
  return new Map(
    alike.flatMap((questions, index) =>
      questions.map(({ question }) => {
        const row = byPlace.get(question.about.division ?? '')
        return [question, row ? readPair(row, index) : readNothing(question)] as const
      }),
    ),
  )
}

type Answers = Readonly<Record<string, unknown>>

interface Column {
  readonly question: CountedQuestion
  readonly condition: RawBuilder<unknown>
}

/** A number, and how many of its rows have no value. */
function pairOf({ question, condition }: Column, index: number): readonly RawBuilder<unknown>[] {
  const { reading } = question.indicator
  return [
    sql`${aggregate(reading, condition)} as ${sql.raw(`v${index}`)}`,
    sql`${missingValues(reading, condition)} as ${sql.raw(`n${index}`)}`,
  ]
}

function readPair(row: Answers, index: number): FigureValue {
  return readValue(row[`v${index}`], row[`n${index}`])
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

import { sql } from 'kysely'
import type { FigureGroup } from '../contract/index.js'
import { bringUpToDate } from './differences.js'
import { type KeptAnswers, keptAnswers } from './kept-answers.js'
import {
  type Context,
  type Counted,
  type CountedQuestion,
  type Measured,
  type MeasuredRows,
  readValue,
  rowsOf,
  shadows,
  withAll,
} from './measured-rows.js'
import { aggregate, groupedBy, missingValues, narrow } from './narrow.js'
import { countAlike, placesBy } from './walk.js'

/**
 * Answers questions about rows: those that were asked before and hold still from memory, those that held until a few rows changed by the
 * difference that these make, the others in as few statements as there are different rows. Questions about other places, filters and periods
 * of the same rows are counted in one walk over them. Row security narrows the rows to the territory of whoever asks.
 */
export async function countAll(
  context: Context,
  questions: readonly CountedQuestion[],
): Promise<ReadonlyMap<CountedQuestion, Counted>> {
  if (questions.length === 0) return new Map()
  const kept = await keptAnswers(context, questions)
  const measured = measureAll(
    context,
    questions.filter((question) => !kept.known.has(question)),
  )
  if (measured.length === 0) return kept.known
  const answers = await context.planFreely(async () => {
    const changed = await broughtUpToDate(context, measured, kept)
    const others = measured.filter(({ question }) => !changed.has(question))
    return new Map([...changed, ...(await countAnew(context, others))])
  })
  await kept.keep(answers)
  return new Map([...kept.known, ...answers])
}

/** What follows from answers that held and the rows that changed since, unless more was changed while these were looked at. */
async function broughtUpToDate(
  context: Context,
  measured: readonly Measured[],
  kept: KeptAnswers,
): Promise<ReadonlyMap<CountedQuestion, Counted>> {
  const stale = measured.flatMap((one) => {
    const held = kept.stale.get(one.question)
    return held ? [{ ...one, held }] : []
  })
  if (stale.length === 0 || !kept.states) return new Map()
  const changed = await bringUpToDate(context, { stale, states: kept.states })
  return (await kept.isSteady(changed.keys())) ? changed : new Map()
}

async function countAnew(
  context: Context,
  measured: readonly Measured[],
): Promise<ReadonlyMap<CountedQuestion, Counted>> {
  const answers = new Map<CountedQuestion, Counted>()
  const alike = Map.groupBy(measured, ({ compiled, question }) =>
    JSON.stringify([compiled.sql, compiled.parameters, question.asOf, question.indicator.kind]),
  )
  for (const those of alike.values())
    for (const [question, answer] of await countAlike(context, those)) answers.set(question, answer)
  for (const one of measured) {
    const { question } = one
    if (question.by === undefined || placesBy(question)) continue
    const total = answers.get(question) as Counted
    answers.set(question, { ...total, groups: await countGroups(context, one, question.by) })
  }
  return answers
}

/** The rows of each question's measure; a measure answers the same rows for the same day, whatever is asked of them. */
function measureAll(context: Context, questions: readonly CountedQuestion[]): readonly Measured[] {
  const known = new Map<string, MeasuredRows>()
  return questions.map((question) => {
    const { name, about } = question
    const key = `${name} ${about.to}`
    const rows = known.get(key) ?? rowsOf(context, { name, to: about.to })
    known.set(key, rows)
    return { question, ...rows }
  })
}

async function countGroups(context: Context, one: Measured, by: string): Promise<readonly FigureGroup[]> {
  const { indicator, about } = one.question
  const key = groupedBy(by)
  const { rows } = await sql<{ readonly key: string | null; readonly value: unknown; readonly missing: unknown }>`
    ${withAll(shadows(context, one))}select ${key} as key, ${aggregate(indicator.reading, one.unit)} as value,
      ${missingValues(indicator.reading)} as missing
    from (${one.rows}) as m where ${narrow(indicator, about)} group by 1 order by 1 nulls last`.execute(context.db)
  return rows.map(({ key: found, value, missing }) => ({ key: found, ...readValue(value, missing) }))
}

/** The units that were counted, each once, in the order of their ids. */
export async function membersOf(context: Context, question: CountedQuestion): Promise<readonly string[]> {
  const one = { question, ...rowsOf(context, { name: question.name, to: question.about.to }) }
  const members = sql<{ readonly unit: string }>`
    ${withAll(shadows(context, one))}select distinct ${sql.ref(`m.${one.unit}`)} collate "C" as unit from (${one.rows}) as m
    where ${narrow(question.indicator, question.about)} order by 1`
  const { rows } = await context.planFreely(() => members.execute(context.db))
  return rows.map(({ unit }) => unit)
}

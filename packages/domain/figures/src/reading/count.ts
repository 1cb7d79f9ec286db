import type { ModuleContext } from '@opendpf/kit/server'
import type { CompiledQuery, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { CountedIndicator, FigureGroup, FigureValue } from '../contract/index.js'
import type { Question } from './asking.js'
import { knownAt, tablesIn } from './known-at.js'
import { measureOf } from './measures.js'
import { aggregate, groupedBy, missingValues, narrow } from './narrow.js'

export type Context = Pick<ModuleContext, 'db' | 'registry' | 'provided' | 'actor' | 'today' | 'planFreely'>
export type CountedQuestion = Question & { readonly indicator: CountedIndicator }

/** A question with the rows that it is about. */
interface Measured {
  readonly question: CountedQuestion
  readonly rows: RawBuilder<unknown>
  readonly compiled: CompiledQuery
}

export interface Counted extends FigureValue {
  readonly groups?: readonly FigureGroup[]
}

/**
 * Answers questions about rows, in as few statements as there are different rows: questions about other places, filters and periods of the
 * same rows are counted in one walk over them. Row security narrows the rows to the territory of whoever asks.
 */
export async function countAll(
  context: Context,
  questions: readonly CountedQuestion[],
): Promise<ReadonlyMap<CountedQuestion, Counted>> {
  const answers = new Map<CountedQuestion, Counted>()
  const measured = questions.map((question) => measure(context, question))
  const alike = Map.groupBy(measured, ({ compiled, question }) =>
    JSON.stringify([compiled.sql, compiled.parameters, question.asOf, question.indicator.kind]),
  )
  await context.planFreely(async () => {
    for (const those of alike.values()) await countAlike(context, those, answers)
    for (const one of measured) {
      const { question } = one
      if (question.by === undefined) continue
      const total = answers.get(question) as Counted
      answers.set(question, { ...total, groups: await countGroups(context, one, question.by) })
    }
  })
  return answers
}

/** The rows of a question's measure. */
function measure(context: Context, question: CountedQuestion): Measured {
  const at = sql<string>`${question.about.to}::date`
  const rows = sql`${measureOf(context, question.name)({ db: context.db, at })}`
  return { question, rows, compiled: rows.compile(context.db) }
}

function shadows(context: Context, { compiled, question }: Measured): RawBuilder<unknown> {
  return knownAt(tablesIn(context.registry, compiled.sql), question.asOf)
}

async function countAlike(
  context: Context,
  those: readonly Measured[],
  answers: Map<CountedQuestion, Counted>,
): Promise<void> {
  const [first] = those
  if (!first) return
  const columns = those.flatMap(({ question }, index) => {
    const { reading } = question.indicator
    const condition = narrow(question.indicator, question.about)
    return [
      sql`${aggregate(reading, condition)} as ${sql.raw(`v${index}`)}`,
      sql`${missingValues(reading, condition)} as ${sql.raw(`n${index}`)}`,
    ]
  })
  const { rows } = await sql<Readonly<Record<string, unknown>>>`
    ${shadows(context, first)}select ${sql.join(columns)} from (${first.rows}) as m where ${span(those)}`.execute(
    context.db,
  )
  const [row = {}] = rows
  for (const [index, { question }] of those.entries())
    answers.set(question, readValue(row[`v${index}`], row[`n${index}`]))
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

async function countGroups(context: Context, one: Measured, by: string): Promise<readonly FigureGroup[]> {
  const { indicator, about } = one.question
  const key = groupedBy(by)
  const { rows } = await sql<{ readonly key: string | null; readonly value: unknown; readonly missing: unknown }>`
    ${shadows(context, one)}select ${key} as key, ${aggregate(indicator.reading, sql`true`)} as value,
      ${missingValues(indicator.reading, sql`true`)} as missing
    from (${one.rows}) as m where ${narrow(indicator, about)} group by 1 order by 1 nulls last`.execute(context.db)
  return rows.map(({ key: found, value, missing }) => ({ key: found, ...readValue(value, missing) }))
}

/** A row without a value makes a sum unknown: it would be told too low. */
function readValue(value: unknown, missing: unknown): FigureValue {
  if (Number(missing) > 0) return { value: null, unknownReason: 'values-missing' }
  if (value === null || value === undefined) return { value: null, unknownReason: 'nothing-to-measure' }
  return { value: Number(value), unknownReason: null }
}

/** The list behind a figure: ids of the listed record, as a subquery for the read path. */
export function listedRows(context: Context, question: CountedQuestion): CompiledQuery {
  const one = measure(context, question)
  return sql`${shadows(context, one)}select m.row from (${one.rows}) as m where ${narrow(question.indicator, question.about)}`.compile(
    context.db,
  )
}

/** The units that were counted, each once, in the order of their ids. */
export async function membersOf(context: Context, question: CountedQuestion): Promise<readonly string[]> {
  const one = measure(context, question)
  const members = sql<{ readonly unit: string }>`
    ${shadows(context, one)}select distinct m.unit collate "C" as unit from (${one.rows}) as m
    where ${narrow(question.indicator, question.about)} order by 1`
  const { rows } = await context.planFreely(() => members.execute(context.db))
  return rows.map(({ unit }) => unit)
}

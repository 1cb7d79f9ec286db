import { type PlacedRecord, scopeCondition, scopeOfDivision, snakeCase, type Total } from '@opendpf/kit'
import type { Among } from '@opendpf/kit/server'
import type { CompiledQuery, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { keptAnswers } from './kept-answers.js'
import { type Context, type CountedQuestion, type Measured, rowsOf, shadows, withAll } from './measured-rows.js'
import { narrow } from './narrow.js'
import { isSumOver } from './sum-over.js'

/** The rows of a list are counted no further: a screen does not wait for a full count. */
const countedTo = 1000

/** What of a question the query of a list says already, by the fields of its record. */
export interface SaidByList {
  readonly days?: boolean
  readonly place?: boolean
}

/** The list behind a figure: ids of the listed record, as a subquery for the read path. What the list says itself is not said again. */
export function listedRows(context: Context, question: CountedQuestion, said: SaidByList = {}): CompiledQuery {
  return statementOf(context, measure(context, question), said)
}

/**
 * The list behind a figure with how many rows it has: what the figure came to, if that is known still, else counted up to a bound. Where the
 * rows are few, they are the list itself.
 */
export async function openList(
  context: Context,
  question: CountedQuestion,
  said: SaidByList,
): Promise<{ readonly among: Among; readonly total: Total }> {
  const one = measure(context, question)
  const figure = { ...question, by: undefined }
  // no dimension is called so: this answer is of the rows, whatever the figure makes of them
  const list = { ...question, by: 'rows of the list' }
  const kept = await keptAnswers(context, question.indicator.reading === 'count' ? [figure, list] : [list])
  const known = kept.known.get(figure)?.value ?? kept.known.get(list)?.value
  const isOfThen = question.asOf !== undefined
  if (known !== undefined && known !== null && (known > countedTo || !isOfThen))
    return { among: amongOf(context, one, said), total: totalOf(known, kept.known.has(figure)) }
  const ids = await idsOf(context, one, said)
  await kept.keep(new Map([[list, { value: ids.length, unknownReason: null }]]))
  const among =
    ids.length > countedTo
      ? amongOf(context, one, said)
      : { sql: 'select unnest($1::text[])', parameters: [ids], isLedById: false }
  return { among, total: totalOf(ids.length, false) }
}

function totalOf(rows: number, isWhole: boolean): Total {
  return isWhole || rows <= countedTo ? { value: rows, isExact: true } : { value: countedTo, isExact: false }
}

function measure(context: Context, question: CountedQuestion): Measured {
  return { question, ...rowsOf(context, { name: question.name, to: question.about.to }) }
}

/**
 * How many versions there were of a past instant the database cannot tell, and would work out all rows for the fifty of a page: where there
 * are many rows, and the measure takes those of the listed record one by one, each is asked about by itself.
 */
function amongOf(context: Context, one: Measured, said: SaidByList): Among {
  const { question, compiled } = one
  const { sql: text, parameters } = statementOf(context, one, said)
  const isLedById =
    question.asOf !== undefined && takesById(compiled.sql, context.registry.record(question.indicator.lists))
  return { sql: text, parameters, isLedById }
}

/** Whether the rows of a measure are rows of a table as they are, known by its key. */
function takesById(text: string, { table }: PlacedRecord): boolean {
  return isSumOver(text, table) && /\bid"? as "?row\b/.test(text)
}

function statementOf(context: Context, one: Measured, said: SaidByList): CompiledQuery {
  const rows = sql`select m.row from (${one.rows}) as m where ${notSaid(one, said)}`
  return sql`${withAll(shadows(context, one))}${rows}`.compile(context.db)
}

/** What is asked of the rows of a measure besides what the list says itself. */
function notSaid({ question: { indicator, about } }: Measured, { days, place }: SaidByList): RawBuilder<boolean> {
  return narrow(days ? { kind: 'stock' } : indicator, place ? { ...about, place: undefined } : about)
}

/** The rows of a list, one more than are counted at most: the first by their days, where an index leads to these. */
async function idsOf(context: Context, one: Measured, said: SaidByList): Promise<readonly string[]> {
  const first = (said.days && said.place && firstOfPlace(context, one, said)) || firstOfMeasure(one)
  const statement = sql<{
    readonly row: string
  }>`${withAll(shadows(context, one))}${first} limit ${sql.lit(countedTo + 1)}`
  const { rows } = await context.planFreely(() => statement.execute(context.db))
  return rows.map(({ row }) => row)
}

function firstOfMeasure({ question: { indicator, about }, rows }: Measured): RawBuilder<unknown> {
  const order = indicator.kind === 'flow' && indicator.dateField !== undefined ? sql` order by m.date` : sql``
  return sql`select m.row from (${rows}) as m where ${narrow(indicator, about)}${order}`
}

/** The same of a place smaller than the territory: an index leads to the days of a place in the listed table, and none of the measure does. */
function firstOfPlace({ registry }: Context, one: Measured, said: SaidByList): RawBuilder<unknown> | undefined {
  const { indicator, about } = one.question
  const record = registry.record(indicator.lists)
  const { dateField } = indicator
  const place = about.place === undefined ? undefined : scopeCondition(scopeOfDivision(about.place))
  if (!place || dateField === undefined || !takesById(one.compiled.sql, record)) return undefined
  const day = sql.ref(`l.${snakeCase(dateField)}`)
  return sql`select l.id as row from ${sql.table(record.table)} as l
    where ${sql.ref(`l.${place.column}`)} = ${place.value} and ${day} between ${about.from}::date and ${about.to}::date
      and exists (select from (${one.rows}) as m where m.row = l.id and ${notSaid(one, said)} offset 0)
    order by ${day}`
}

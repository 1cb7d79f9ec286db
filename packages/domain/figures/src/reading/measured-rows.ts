import type { SnapshotContext } from '@opendpf/kit/server'
import type { CompiledQuery, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { CountedIndicator, FigureGroup, FigureValue } from '../contract/index.js'
import type { Question } from './asking.js'
import { knownAt, tablesIn } from './known-at.js'
import { isOfUnit, measureOf } from './measures.js'

/** What figures are read with. */
export type Context = Pick<
  SnapshotContext,
  'db' | 'registry' | 'provided' | 'actor' | 'today' | 'planFreely' | 'states'
>
export type CountedQuestion = Question & { readonly indicator: CountedIndicator }

/** The rows of a measure on a day. */
export interface MeasuredRows {
  readonly rows: RawBuilder<unknown>
  /** The column of what is counted once. */
  readonly unit: string
  readonly compiled: CompiledQuery
}

/** A question with the rows that it is about. */
export interface Measured extends MeasuredRows {
  readonly question: CountedQuestion
}

export interface Counted extends FigureValue {
  readonly groups?: readonly FigureGroup[]
}

/** The rows of an indicator's measure on a day. */
export function rowsOf(
  context: Pick<Context, 'db' | 'provided'>,
  { name, to }: { readonly name: string; readonly to: string },
): MeasuredRows {
  const answered = measureOf(context, name)({ db: context.db, at: sql<string>`${to}::date` })
  const [given, unit] = isOfUnit(answered) ? [answered.rows, answered.unit] : [answered, 'unit']
  const rows = sql`${given}`
  return { rows, unit, compiled: rows.compile(context.db) }
}

/** Tables of a statement that are to be read otherwise than they are, as common table expressions of their names. */
export type Shadows = readonly RawBuilder<unknown>[]

/** What stands before a statement so that it reads the rows as they were known. */
export function shadows(context: Context, { compiled, question }: Measured): Shadows {
  return knownAt(tablesIn(context.registry, compiled.sql), question.asOf)
}

/** The beginning of a statement that names other rows first. */
export function withAll(named: Shadows): RawBuilder<unknown> {
  return named.length === 0 ? sql`` : sql`with ${sql.join(named)} `
}

/** A row without a value makes a sum unknown: it would be told too low. */
export function readValue(value: unknown, missing: unknown): FigureValue {
  if (Number(missing) > 0) return { value: null, unknownReason: 'values-missing' }
  if (value === null || value === undefined) return { value: null, unknownReason: 'nothing-to-measure' }
  return { value: Number(value), unknownReason: null }
}

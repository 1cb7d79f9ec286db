import type { ModuleContext } from '@opendpf/kit/server'
import type { Expression, RawBuilder } from 'kysely'
import { type CountedNames, figuresId, type Indicator } from '../contract/index.js'

/** What a measure is asked with. */
export interface MeasureAsked {
  readonly db: ModuleContext['db']
  /** The day that what there is, is told for: the last of the period. A date of the database. */
  readonly at: RawBuilder<string>
}

/**
 * The rows counted, as a query with the columns `unit` (what is counted once: a person, a household), `row` (the id of the listed record, each
 * once), `division` (12 digits), `date`, `value` where there is one, and one for each dimension, named like it. It names tables plainly,
 * without a schema, so that the same query can be asked of the past. Periods and places are narrowed by the engine: a measure of what a
 * period brought answers all rows that have the date, and one of what there is on a day answers those of the day `at`.
 */
export type Measure = (asked: MeasureAsked) => Expression<unknown> | RowsByUnit

/**
 * Rows whose `unit` is another column of theirs. Figures that count the very rows in different ways, as times and as persons, are told from
 * one reading of them where their measures answer the same rows and name the column.
 */
export interface RowsByUnit {
  readonly rows: Expression<unknown>
  readonly unit: string
}

export function isOfUnit(answered: Expression<unknown> | RowsByUnit): answered is RowsByUnit {
  return 'rows' in answered && 'unit' in answered
}

export type Measures = Readonly<Record<string, Measure>>

/**
 * Gives the engine the measures of a module, for `provides: { figures: measures(declared, { … }) }`: one for each indicator that is counted,
 * or it does not compile.
 */
export function measures<I extends Readonly<Record<string, Indicator>>>(
  _declared: I,
  given: Readonly<Record<CountedNames<I>, Measure>>,
): Measures {
  return given
}

/**
 * The measure behind an indicator.
 *
 * @throws Error for one that no server half answers
 */
export function measureOf({ provided }: Pick<ModuleContext, 'provided'>, indicator: string): Measure {
  const [module = '', name = ''] = indicator.split('.')
  const measure = (provided(figuresId).get(module) as Measures | undefined)?.[name]
  if (!measure) throw new Error(`the module "${module}" declares the indicator "${name}" and measures it nowhere`)
  return measure
}

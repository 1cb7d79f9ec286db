import type { Texts } from '@opendpf/messages'
import { type PeriodKind, periodKinds } from '@opendpf/standards'
import type { FigureUnit } from './unit.js'

/** One code of a dimension, with its names; entries of a national code list are such. */
export interface Code {
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** What a figure can be broken down and narrowed by. Its values are codes of a list, or those of a field with a choice or code list. */
export type Dimension =
  | { readonly title: Texts; readonly codes: readonly Code[] }
  /** `<module>.<record>.<field>` */
  | { readonly title: Texts; readonly field: string }

/**
 * How the rows become a number. `count`: each row once. `distinct`: each unit once, however many rows it has. `sum`, `median`, `p90`: of the
 * values of the rows.
 */
export type Reading = 'count' | 'distinct' | 'sum' | 'median' | 'p90'

/** The levels that a figure may be asked for. */
export type FinestDivision = 'county' | 'town' | 'village'

interface Described {
  readonly title: Texts
  /** What is counted, in words: of a rate, its numerator. */
  readonly counts: Texts
  /** Which date decides whether a row belongs to a period, or to a day. */
  readonly dateMeans: Texts
  readonly unit: FigureUnit
  /** `flow` is what a period brought; `stock` is what there is on a day. */
  readonly kind: 'flow' | 'stock'
  /** The periods it is told for. Default all. */
  readonly periods?: readonly PeriodKind[]
  /** The smallest place it may be told for. Default the village. */
  readonly finest?: FinestDivision
  /**
   * How a day of the past is told of what there is on a day. `computed`: from the dates of the rows that there are. `recorded`: as it was known
   * at the end of that day, for states that rows do not keep. Default computed.
   */
  readonly past?: 'computed' | 'recorded'
  /** Whether more is better, worse, or neither. Default neither. */
  readonly direction?: 'more' | 'less' | 'neither'
  /** Counts up when the meaning changes: figures that were frozen before are of another definition. */
  readonly version: number
}

/** Counted from rows that the server half answers: see `measures`. */
export interface CountedIndicator extends Described {
  readonly reading: Reading
  /** `<module>.<record>` whose rows its list shows. Who may read those may see the figure. */
  readonly lists: string
  /**
   * The field of the listed record that the date of a row is, where it is one. With it the list of a period is read from there, and not from
   * the beginning, if the record's list has a filter of it.
   */
  readonly dateField?: string
  /**
   * Whether a row lies where the listed record does. With it the list of a town or a village is read from there, and not held row by row
   * against the place.
   */
  readonly isPlacedAsListed?: boolean
  /**
   * Of what a period brought: that no index leads to its days, because they are those of another record or are computed. All of its rows are
   * looked at then, whatever period is asked for. One that is not declared so has a `dateField` with an index.
   */
  readonly isCountedInFull?: boolean
  readonly dimensions?: Readonly<Record<string, Dimension>>
}

/** A share in percent: one indicator of another. Names without a dot are of the same module. */
export interface RatioIndicator extends Described {
  readonly reading: 'ratio'
  readonly unit: 'percent'
  /** What the whole is, in words. */
  readonly of: Texts
  readonly part: string
  readonly whole: string
}

/** Told by others and entered here with its source: how many second-class hospitals there are. */
export interface ExternalIndicator extends Described {
  readonly reading: 'external'
}

export type Indicator = CountedIndicator | RatioIndicator | ExternalIndicator

/** The id under which modules declare indicators. */
export const figuresId = 'figures'

/**
 * Declares the indicators of a module, for `declares: { figures: indicators({ … }) }`. Their names get the module's id in front.
 *
 * @throws Error for a name that cannot be written in a plan, or a rate whose parts are missing
 */
export function indicators<const I extends Readonly<Record<string, Indicator>>>(declared: I): I {
  for (const [name, one] of Object.entries<Indicator>(declared)) {
    if (!/^[a-z][A-Za-z0-9]{0,59}$/.test(name)) throw new Error(`an indicator has a name in camelCase: "${name}"`)
    if (!Number.isInteger(one.version) || one.version < 1)
      throw new Error(`the versions of a definition are 1, 2, …: "${name}"`)
    if (one.reading === 'ratio' && one.part === one.whole) throw new Error(`"${name}" is a share of itself`)
    const dimensions = one.reading === 'ratio' || one.reading === 'external' ? {} : (one.dimensions ?? {})
    for (const dimension of Object.keys(dimensions))
      if (reserved.includes(dimension) || !/^[a-z][A-Za-z0-9]{0,59}$/.test(dimension))
        throw new Error(`"${dimension}" cannot be a dimension of "${name}"`)
  }
  return declared
}

/** Columns that each measure has, and places, which every figure can be broken down by. */
const reserved: readonly string[] = ['unit', 'row', 'division', 'date', 'value', 'town', 'village']

/** Names of indicators that a measure has to stand behind. */
export type CountedNames<I> = {
  [Name in keyof I & string]: I[Name] extends { readonly reading: Reading } ? Name : never
}[keyof I & string]

export function isCounted(indicator: Indicator): indicator is CountedIndicator {
  return indicator.reading !== 'ratio' && indicator.reading !== 'external'
}

/** Periods that an indicator is told for. */
export function periodKindsOf({ periods = periodKinds }: Pick<Indicator, 'periods'>): readonly PeriodKind[] {
  return periods
}

/**
 * Along what the figures of parts add up to the figure of the whole. Distinct persons do not: one who was served in two towns, or in two
 * months, is one person. Nor do shares, medians and days. What there is on a day does not add up over time.
 */
export function additivityOf(indicator: Indicator): { readonly places: boolean; readonly periods: boolean } {
  const adds =
    indicator.reading === 'count' ||
    indicator.reading === 'sum' ||
    (indicator.reading === 'external' && indicator.unit !== 'percent' && indicator.unit !== 'day')
  return { places: adds, periods: adds && indicator.kind === 'flow' }
}

/** Why a figure is not known. Not known is never 0. */
export const unknownReasons = [
  'no-indicator',
  'no-dimension',
  'not-permitted',
  'outside-territory',
  'too-fine',
  'no-period',
  'not-told',
  'no-denominator',
  'values-missing',
  'nothing-to-measure',
] as const

export type UnknownReason = (typeof unknownReasons)[number]

/** A number, or that it is not known and why. */
export interface FigureValue {
  readonly value: number | null
  readonly unknownReason: UnknownReason | null
}

/** Asks for one figure. */
export interface FigureAsked {
  /** `<module>.<name>` */
  readonly indicator: string
  /** Both days included. What there is on a day is told for the last one. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** 12 digits; default the whole territory of whoever asks. */
  readonly division?: string | undefined
  /** Codes that are counted, by the dimension's name. */
  readonly filters?: Readonly<Record<string, readonly string[]>> | undefined
  /** A dimension, `town` or `village`: the figure of each of its values beside that of all. */
  readonly by?: string | undefined
  /** As it was known at an instant of the past. Default as it is known now. */
  readonly asOf?: string | undefined
}

/** The figure of one value of a dimension; a key of null is what has no value there. */
export interface FigureGroup extends FigureValue {
  readonly key: string | null
}

export interface FigureRead extends FigureValue {
  /** It tells how many there are on a day, not what a period brought. */
  readonly isLevel: boolean
  /** A rate's numerator and denominator. */
  readonly part?: FigureValue
  readonly whole?: FigureValue
  readonly groups?: readonly FigureGroup[]
}

/** The value of a figure in a period, by the definition it is told by. */
export interface TrendValue extends FigureValue {
  readonly from: string
  /** The last day that is told: today, of a period that is not over. */
  readonly to: string
  /** Another than the present one where the figure was frozen by a definition of then. */
  readonly definitionVersion: number
}

/** A period beside the same days of the year before. */
export interface TrendPoint extends TrendValue {
  /** As `formatPeriod` of the standards writes it: 2026-Q1. */
  readonly period: string
  readonly lastYear: TrendValue
}

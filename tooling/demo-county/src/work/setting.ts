import type { DemoOptions, DemoPerson } from '../people.js'
import type { Random } from '../random.js'
import type { DeedBook } from './deed.js'

/** What every part of the county's work is told from. */
export interface Setting {
  readonly options: DemoOptions
  readonly book: DeedBook
  /** All holders of a certificate. */
  readonly holders: readonly DemoPerson[]
  readonly today: string
  /** The year before today's and today's. */
  readonly years: readonly [last: number, present: number]
  /** The day from which the county is told of. */
  readonly start: string
  /** Chance of one part alone, so that a change of another does not change it. */
  chanceOf(part: string): Random
}

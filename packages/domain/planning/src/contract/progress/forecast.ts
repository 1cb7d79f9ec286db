import { elapsedShare } from './elapsed.js'
import type { Measured, Progress } from './measured.js'

/** Earlier than this a forecast says more about chance than about the work. */
const tooEarly = 0.1

/**
 * What the result will be by the due date: as it goes on evenly, and as last year went on from this day. Both ends of the range are what has
 * been reached, or more. A level is not forecast.
 */
export function forecastOf(measured: Measured): Progress['forecast'] {
  const { value, isLevel, lastYear, lastYearByNow } = measured
  const elapsed = elapsedShare(measured)
  if (value === null || isLevel || elapsed < tooEarly) return null
  if (elapsed === 1) return { low: value, high: value }
  const even = value / elapsed
  const shape = lastYear !== null && lastYearByNow !== null && lastYear > 0 ? lastYearByNow / lastYear : undefined
  const shaped = shape !== undefined && shape >= tooEarly ? value / Math.min(1, shape) : even
  const [low, high] = [Math.min(even, shaped), Math.max(even, shaped)]
  return { low: round(Math.max(value, low)), high: round(high) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

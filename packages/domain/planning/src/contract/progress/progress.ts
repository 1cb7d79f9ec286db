import { boundsOf, isCeiling, type Target } from '../target/target.js'
import { elapsedShare } from './elapsed.js'
import { forecastOf } from './forecast.js'
import type { Light, Measured, Progress } from './measured.js'

/** Below this share of what was expected an item is far behind. */
const farBehind = 0.7
const slightlyBehind = 0.95

/** Tells how an item stands from its target, its result and the day. Never NaN; what is unknown stays unknown. */
export function progressOf(measured: Measured): Progress {
  const { target, value, lastYear, dueOn, today } = measured
  const bounds = boundsOf(target, lastYear)
  const isOver = today > dueOn
  if (bounds === undefined || value === null)
    return { share: null, expected: null, forecast: null, light: 'unknown', isOverdue: false }
  const isKept = holds(target, value, lastYear)
  const expected = expectedShare(measured)
  const share = isCeiling(target) ? (isKept ? 1 : 0) : shareOf(value, bounds.from)
  const forecast = forecastOf(measured)
  const light = isCeiling(target)
    ? ceilingLight({ isKept, isOver, isAtRisk: forecast !== null && forecast.low > bounds.to })
    : floorLight({ isKept, isOver, share, expected, isTooMuch: value > bounds.to })
  return { share, expected, forecast, light, isOverdue: light === 'missed' }
}

function holds(target: Target, value: number, lastYear: number | null): boolean {
  const bounds = boundsOf(target, lastYear)
  if (!bounds) return false
  // what is as last year has neither risen nor fallen
  if (target.kind === 'rise') return value > bounds.from
  if (target.kind === 'fall') return value < bounds.to
  return value >= bounds.from && value <= bounds.to
}

function shareOf(value: number, goal: number): number {
  return goal > 0 ? value / goal : 1
}

/** By last year's shape where it is known, else evenly over the days. */
function expectedShare(measured: Measured): number {
  const { isLevel, lastYear, lastYearByNow, target } = measured
  const elapsed = elapsedShare(measured)
  if (isLevel) {
    const goal = boundsOf(target, lastYear)?.from ?? 0
    // a level starts from last year's and has to be at its goal in the end
    return goal > 0 && lastYear !== null && lastYear < goal ? (lastYear + (goal - lastYear) * elapsed) / goal : 1
  }
  if (lastYear === null || lastYearByNow === null || lastYear <= 0 || elapsed === 0 || elapsed === 1) return elapsed
  return Math.min(1, Math.max(0, lastYearByNow / lastYear))
}

function floorLight(state: {
  readonly isKept: boolean
  readonly isOver: boolean
  readonly share: number
  readonly expected: number
  readonly isTooMuch: boolean
}): Light {
  const { isKept, isOver, share, expected, isTooMuch } = state
  if (isTooMuch) return 'broken'
  if (isKept) return 'kept'
  if (isOver) return 'missed'
  if (expected === 0) return share > 0 ? 'on-track' : 'waiting'
  const pace = share / expected
  return pace >= slightlyBehind ? 'on-track' : pace >= farBehind ? 'behind' : 'far-behind'
}

function ceilingLight(state: {
  readonly isKept: boolean
  readonly isOver: boolean
  readonly isAtRisk: boolean
}): Light {
  const { isKept, isOver, isAtRisk } = state
  if (!isKept) return 'broken'
  if (isOver) return 'kept'
  return isAtRisk ? 'behind' : 'on-track'
}

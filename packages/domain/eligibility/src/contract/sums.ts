import type { FactValue, ParameterValue, Sums } from './values.js'

/** Whether a sum of money was decided for each code, as 一级 120 元、二级 100 元, and not one for everybody. */
export function isByCode(value: unknown): value is Sums {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * What a decided sum comes to for somebody, in fen. Null where nothing was decided, where the code that it depends on is not known, or where
 * nothing was decided about that code: never a guess.
 */
export function sumFor(value: ParameterValue | undefined, code: FactValue): number | null {
  if (typeof value === 'number') return value
  if (!isByCode(value) || typeof code !== 'string' || !Object.hasOwn(value, code)) return null
  return value[code] ?? null
}

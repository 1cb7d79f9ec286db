import type { Locale, MessageParams } from '@opendpf/messages'
import { amountWords, type Standing } from '../../contract/index.js'

type Say = (key: string, params?: MessageParams) => string

/** The result so far with its unit; what is not known is said to be so, with its reason. */
export function resultWords(
  standing: Standing,
  { say, locale }: { readonly say: Say; readonly locale: Locale },
): string {
  const { value, unit, unitWord, unknownReason, missing } = standing
  if (value === null)
    return unknownReason === null ? say('standing.unknown') : say('standing.unknownFor', { reason: unknownReason })
  const words = amountWords(value, { unit, word: unitWord }, locale)
  return missing > 0 ? say('standing.missing', { words, missing }) : words
}

/** A fraction as whole percent, or that it is not known. */
export function shareWords(share: number | null, say: Say): string {
  return share === null ? say('standing.unknown') : `${Math.floor(share * 100)}%`
}

/** What is to be expected by the due date. */
export function forecastWords(
  standing: Standing,
  { say, locale }: { readonly say: Say; readonly locale: Locale },
): string {
  const { forecast, unit, unitWord } = standing
  if (forecast === null) return say('standing.noForecast')
  const [low, high] = [forecast.low, forecast.high].map((one) => amountWords(one, { unit, word: unitWord }, locale))
  return low === high ? (low ?? '') : say('standing.range', { low: low ?? '', high: high ?? '' })
}

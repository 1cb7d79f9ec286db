import { accept, type Parsed, refuse } from '../result.js'
import { firstMisfit, normaliseCode } from '../text/normalise.js'
import { provinces } from './provinces.js'

/** Levels of administrative division, from the widest: 省, 市, 县, 乡镇街道, 村社区. */
export const divisionLevels = ['province', 'prefecture', 'county', 'town', 'village'] as const

/** One of {@link divisionLevels}. */
export type DivisionLevel = (typeof divisionLevels)[number]

/** A division code taken apart. */
export interface Division {
  /** 12 digits; lower levels are zeros. */
  readonly code: string
  readonly level: DivisionLevel
}

/** Why a code is refused; GAP is a lower level without the one above it. */
export type DivisionReason = 'LENGTH' | 'FORMAT' | 'PROVINCE' | 'GAP'

/** Number of leading digits that name a division of each level. */
export const divisionDigits: Readonly<Record<DivisionLevel, number>> = {
  province: 2,
  prefecture: 4,
  county: 6,
  town: 9,
  village: 12,
}

/** 东莞, 中山 and 儋州 have towns but no counties: their county segment is 00 (GB/T 2260). */
export const prefecturesWithoutCounties: readonly string[] = ['4419', '4420', '4604']

/**
 * Reads a 12-digit division code: province, prefecture and county by GB/T 2260, town by GB/T 10114,
 * village by the statistical code. Whether such a division exists is a question for the division table.
 */
export function parseDivision(input: unknown): Parsed<Division, DivisionReason> {
  const text = normaliseCode(input)
  if (!text.ok) return text
  const code = text.value
  if (code.length !== 12) return refuse('LENGTH')
  const misfit = firstMisfit(code, (character) => /\d/.test(character))
  if (misfit !== undefined) return refuse('FORMAT', misfit)
  if (!provinces.has(code.slice(0, 2))) return refuse('PROVINCE', 0)

  let level: DivisionLevel = 'province'
  let emptyFrom: number | undefined
  for (const lower of divisionLevels.slice(1)) {
    const start = divisionDigits[levelAbove(lower)]
    const isEmpty = Number(code.slice(start, divisionDigits[lower])) === 0
    if (!isEmpty && emptyFrom !== undefined) return refuse('GAP', emptyFrom)
    if (!isEmpty) level = lower
    else if (!(lower === 'county' && hasNoCounties(code))) emptyFrom ??= start
  }
  return accept({ code, level })
}

/** Whether a code lies in a prefecture whose towns belong to no county. */
export function hasNoCounties(code: string): boolean {
  return prefecturesWithoutCounties.includes(code.slice(0, 4))
}

function levelAbove(level: DivisionLevel): DivisionLevel {
  return divisionLevels[divisionLevels.indexOf(level) - 1] ?? 'province'
}

/**
 * Fills a shorter code (2, 4, 6, 9 or 12 digits) with zeros to 12 and reads it.
 * Kept apart from {@link parseDivision}, so that a lost digit is not taken for a short code.
 */
export function padDivision(input: unknown): Parsed<Division, DivisionReason> {
  const text = normaliseCode(input)
  if (!text.ok) return text
  const { length } = text.value
  if (!Object.values(divisionDigits).includes(length)) return refuse('LENGTH')
  return parseDivision(text.value.padEnd(12, '0'))
}

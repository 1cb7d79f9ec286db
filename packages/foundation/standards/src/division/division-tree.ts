import { type Division, divisionDigits, hasNoCounties, parseDivision } from './division-code.js'

/**
 * The 12-digit code one level up; undefined for a province and for anything that is no division code.
 * A town of a prefecture without counties hangs directly under its prefecture.
 */
export function parentOf(code: string): string | undefined {
  const division = parseDivision(code)
  if (!division.ok) return undefined
  const digits = digitsAbove(division.value)
  return digits === 0 ? undefined : code.slice(0, digits).padEnd(12, '0')
}

function digitsAbove({ code, level }: Division): number {
  switch (level) {
    case 'province':
      return 0
    case 'prefecture':
      return divisionDigits.province
    case 'county':
      return divisionDigits.prefecture
    case 'town':
      return hasNoCounties(code) ? divisionDigits.prefecture : divisionDigits.county
    case 'village':
      return divisionDigits.town
  }
}

/** The 12-digit codes above a division, nearest first; empty for a province or no division code. */
export function ancestorsOf(code: string): readonly string[] {
  const ancestors: string[] = []
  for (let above = parentOf(code); above !== undefined; above = parentOf(above)) ancestors.push(above)
  return ancestors
}

/**
 * The six county digits of a division at or below county level, undefined above. In a prefecture without
 * counties the prefecture does the county's work, so 441900 is the county of everything in it.
 */
export function countyOf(code: string): string | undefined {
  const division = parseDivision(code)
  if (!division.ok) return undefined
  const { level } = division.value
  const isBelow = level === 'county' || level === 'town' || level === 'village'
  const isStandIn = level === 'prefecture' && hasNoCounties(code)
  return isBelow || isStandIn ? code.slice(0, divisionDigits.county) : undefined
}

/** The nine town digits of a town or village, undefined above. */
export function townOf(code: string): string | undefined {
  const division = parseDivision(code)
  if (!division.ok) return undefined
  const { level } = division.value
  return level === 'town' || level === 'village' ? code.slice(0, divisionDigits.town) : undefined
}

/** The digits that everything inside a division begins with: 2, 4, 6, 9 or 12 of them; undefined for no division code. */
export function divisionPrefix(code: string): string | undefined {
  const division = parseDivision(code)
  return division.ok ? code.slice(0, divisionDigits[division.value.level]) : undefined
}

/** Whether a division is the given one or lies inside it. False as soon as either is no division code: never wider. */
export function isWithin(code: string, container: string): boolean {
  const prefix = divisionPrefix(container)
  return prefix !== undefined && parseDivision(code).ok && code.startsWith(prefix)
}

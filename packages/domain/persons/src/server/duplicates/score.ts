import { daysBetween } from '@opendpf/standards'
import type { DuplicateRule } from '../../contract/index.js'
import { areSimilar } from './similar-names.js'

/** Edition of these rules: a pair says by which it was found. Raise it with every change that finds other pairs. */
export const ruleVersion = 1

/** What the rules look at. */
export interface Comparable {
  readonly nameKey: string
  readonly soundKey: string
  /** The former name, folded like the name; empty when there is none. */
  readonly formerKey: string
  readonly birthDate: string | null
  readonly sex: string | null
  readonly division: string
  readonly hasIdNumber: boolean
}

/** Which rules two entries meet, and how likely they are one person, 1 to 100. */
export interface Likeness {
  readonly rules: readonly DuplicateRule[]
  readonly score: number
}

const base: Readonly<Record<DuplicateRule, number>> = {
  'same-name-and-birth-date': 90,
  'same-sound-and-birth-date': 75,
  'similar-name-and-birth-date': 70,
  'same-name-near-birth-date-and-village': 65,
  'same-name-and-village': 55,
}

const nearDays = 3 * 366

/**
 * Compares two entries; undefined when no rule speaks. Two different ID numbers do not rule a pair out (a wrong one may have been
 * corrected by the police, or typed from another's card), they lower the score, as different sexes do.
 */
export function compare(a: Comparable, b: Comparable): Likeness | undefined {
  const isSameVillage = a.division === b.division
  const isSameName = meets(a, b, (left, right) => left === right)
  const rules: DuplicateRule[] = []
  if (a.birthDate !== null && a.birthDate === b.birthDate) {
    if (isSameName) rules.push('same-name-and-birth-date')
    else if (a.soundKey === b.soundKey) rules.push('same-sound-and-birth-date')
    else if (meets(a, b, areSimilar)) rules.push('similar-name-and-birth-date')
  } else if (isSameName && isSameVillage) {
    if (isNear(a.birthDate, b.birthDate)) rules.push('same-name-near-birth-date-and-village')
    // with two numbers and birth dates far apart they are namesakes
    else if (!a.hasIdNumber || !b.hasIdNumber) rules.push('same-name-and-village')
  }
  const [first] = rules
  if (first === undefined) return undefined
  const isOtherSex = isKnown(a.sex) && isKnown(b.sex) && a.sex !== b.sex
  const change =
    (isSameVillage && a.birthDate === b.birthDate ? 5 : 0) -
    (isOtherSex ? 20 : 0) -
    (a.hasIdNumber && b.hasIdNumber ? 10 : 0)
  return { rules, score: Math.min(100, base[first] + change) }
}

/** Compares the names and, where there are any, former names. */
function meets(a: Comparable, b: Comparable, is: (left: string, right: string) => boolean): boolean {
  const left = [a.nameKey, a.formerKey].filter(Boolean)
  const right = [b.nameKey, b.formerKey].filter(Boolean)
  // two former names alone say nothing about two present ones
  return left.some((one, i) => right.some((other, j) => !(i === 1 && j === 1) && is(one, other)))
}

function isNear(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && Math.abs(daysBetween(a, b)) <= nearDays
}

function isKnown(sex: string | null): boolean {
  return sex === '1' || sex === '2'
}

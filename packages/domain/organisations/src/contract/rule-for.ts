import type { FieldsOf } from '@opendpf/kit'
import type { PostKind, staffingRule } from './post.js'

type Rule = FieldsOf<typeof staffingRule>

/** Who the rules are asked about. */
export interface StaffingQuestion {
  readonly kind: PostKind
  /** 12 digits; its own level decides which rules can apply. */
  readonly division: string
  /** Certificate holders living there. */
  readonly holders: number
  /** YYYY-MM-DD */
  readonly on: string
}

/**
 * The rule that applies to a division on a day: of those in force whose range fits, the one declared nearest to it, and of these the
 * latest. `undefined` when no rule says anything, which is not the same as zero seats.
 */
export function ruleFor(rules: readonly Rule[], question: StaffingQuestion): Rule | undefined {
  const level = question.division.endsWith('000') ? 'town' : 'village'
  return rules
    .filter((rule) => rule.kind === question.kind && rule.level === level)
    .filter((rule) => question.division.startsWith(prefixOf(rule.division)))
    .filter((rule) => rule.since <= question.on && (rule.until === null || question.on <= rule.until))
    .filter(
      (rule) => rule.holdersFrom <= question.holders && (rule.holdersTo === null || question.holders <= rule.holdersTo),
    )
    .toSorted((a, b) => prefixOf(b.division).length - prefixOf(a.division).length || (a.since < b.since ? 1 : -1))[0]
}

function prefixOf(division: string): string {
  const lengths = [2, 4, 6, 9, 12]
  const length = lengths.find((end) => /^0*$/.test(division.slice(end))) ?? 12
  return division.slice(0, length)
}

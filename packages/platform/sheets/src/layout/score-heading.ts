import { similarity } from '../understand/similarity.js'
import type { ColumnSpec } from './column-spec.js'
import { type HeadingForms, headingForms, joinedHeading } from './heading-text.js'

/** Why a column is taken for a field. */
export type MatchGround =
  | 'same-heading'
  | 'same-without-brackets'
  | 'same-core'
  | 'under-group-heading'
  | 'similar-heading'
  | 'content'

/** How well a heading fits a field, from 0 to 1. */
export interface HeadingScore {
  readonly score: number
  readonly ground: MatchGround
}

/** A heading made ready to be compared with many labels. */
export interface ComparableHeading {
  readonly whole: HeadingForms
  /** For stacked headings: the lowest part, and that part behind what the part above it says. */
  readonly stacked?: { readonly lower: HeadingForms; readonly joined: HeadingForms }
  /** Whose data it is, where that is not the person's own. */
  readonly owner: string | undefined
}

// a number or name under such a word belongs to somebody else
const others =
  /监护|联系人|户主|家长|照料|照护|配偶|丈夫|妻子|父亲|母亲|父母|子女|亲属|成员|代理|代办|负责人|经办|填报|填表|审核|单位|机构|银行|开户|领款|收款|村医|康复员|专委|专职委员|残协|guardian|contact|householdhead|headof|spouse|parent|agent|employer|bank/
const mostForSomebodyElse = 0.4
const nothing: HeadingScore = { score: 0, ground: 'similar-heading' }
const labels = new WeakMap<ColumnSpec, readonly ComparableHeading[]>()

/** Makes a heading ready, given as the parts that stand one above the other. */
export function comparableHeading(parts: readonly string[]): ComparableHeading {
  const whole = headingForms(joinedHeading(parts))
  const owner = others.exec(whole.full)?.[0]
  if (parts.length < 2) return { whole, owner }
  const lower = headingForms(parts.at(-1) ?? '')
  const upper = headingForms(parts.at(-2) ?? '')
  return { whole, owner, stacked: { lower, joined: headingForms(`${upper.core}${lower.bare}`) } }
}

/** The best fit of a heading to the labels of a field. */
export function scoreHeading(heading: ComparableHeading, spec: ColumnSpec): HeadingScore {
  if (heading.whole.full === '') return nothing
  let best = nothing
  for (const label of labelsOf(spec)) {
    const scored = scoreLabel(heading, label)
    if (scored.score > best.score) best = scored
  }
  return best
}

function labelsOf(spec: ColumnSpec): readonly ComparableHeading[] {
  const known = labels.get(spec)
  if (known) return known
  const made = spec.labels.map((label) => comparableHeading([label]))
  labels.set(spec, made)
  return made
}

function scoreLabel(heading: ComparableHeading, label: ComparableHeading): HeadingScore {
  const scored = scoreStacked(heading, label.whole)
  if (heading.whole.full === label.whole.full || heading.owner === label.owner) return scored
  return { ...scored, score: Math.min(scored.score, mostForSomebodyElse) }
}

// 残疾情况 over 类别 is 残疾类别; the lower part alone is enough when the upper one only groups
function scoreStacked({ whole, stacked }: ComparableHeading, wanted: HeadingForms): HeadingScore {
  const direct = scoreForms(whole, wanted)
  if (stacked === undefined || direct.score >= 0.9) return direct
  const joined = scoreForms(stacked.joined, wanted)
  if (joined.score >= 0.9) return { score: 0.92, ground: 'under-group-heading' }
  const alone = scoreForms(stacked.lower, wanted)
  const candidates: readonly HeadingScore[] = [
    direct,
    { score: joined.score * 0.95, ground: joined.ground },
    { score: alone.score * 0.85, ground: alone.score >= 0.9 ? 'under-group-heading' : 'similar-heading' },
  ]
  return candidates.reduce((a, b) => (b.score > a.score ? b : a))
}

function scoreForms(heading: HeadingForms, label: HeadingForms): HeadingScore {
  if (heading.full === label.full) return { score: 1, ground: 'same-heading' }
  if (heading.bare === label.bare) return { score: 0.95, ground: 'same-without-brackets' }
  if (heading.core === label.core) return { score: 0.9, ground: 'same-core' }
  return { score: likeness(heading.bare, label.bare) * 0.85, ground: 'similar-heading' }
}

function likeness(a: string, b: string): number {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  const contained = shorter.length >= 2 && longer.includes(shorter) ? 0.55 + 0.4 * (shorter.length / longer.length) : 0
  return Math.max(contained, similarity(a, b))
}

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

// a number or name under such a word belongs to somebody else
const others =
  /监护|联系人|户主|家长|照料|照护|配偶|丈夫|妻子|父亲|母亲|父母|子女|亲属|成员|代理|代办|负责人|经办|填报|填表|审核|单位|机构|银行|开户|领款|收款|村医|康复员|专委|专职委员|残协|guardian|contact|householdhead|headof|spouse|parent|agent|employer|bank/
const mostForSomebodyElse = 0.4
const formsOfLabel = new Map<string, HeadingForms>()

/** The best fit of a heading, given as the parts that stand one above the other, to the labels of a field. */
export function scoreHeading(parts: readonly string[], spec: ColumnSpec): HeadingScore {
  let best: HeadingScore = { score: 0, ground: 'similar-heading' }
  for (const label of spec.labels) {
    const scored = scoreLabel(parts, label)
    if (scored.score > best.score) best = scored
  }
  return best
}

function scoreLabel(parts: readonly string[], label: string): HeadingScore {
  const wanted = formsOf(label)
  const whole = headingForms(joinedHeading(parts))
  if (whole.full === '') return { score: 0, ground: 'similar-heading' }
  const scored = parts.length > 1 ? scoreStacked(parts, { whole, wanted }) : scoreForms(whole, wanted)
  const same = scored.ground === 'same-heading' && whole.full === wanted.full
  if (same || others.exec(whole.full)?.[0] === others.exec(wanted.full)?.[0]) return scored
  return { ...scored, score: Math.min(scored.score, mostForSomebodyElse) }
}

function scoreForms(heading: HeadingForms, label: HeadingForms): HeadingScore {
  if (heading.full === label.full) return { score: 1, ground: 'same-heading' }
  if (heading.bare === label.bare) return { score: 0.95, ground: 'same-without-brackets' }
  if (heading.core === label.core) return { score: 0.9, ground: 'same-core' }
  return { score: likeness(heading.bare, label.bare) * 0.85, ground: 'similar-heading' }
}

// 残疾情况 over 类别 is 残疾类别; the lower part alone is enough when the upper one only groups
function scoreStacked(
  parts: readonly string[],
  forms: { readonly whole: HeadingForms; readonly wanted: HeadingForms },
): HeadingScore {
  const { whole, wanted } = forms
  const lower = headingForms(parts.at(-1) ?? '')
  const upper = headingForms(parts.at(-2) ?? '')
  const direct = scoreForms(whole, wanted)
  if (direct.score >= 0.9) return direct
  const joined = scoreForms(headingForms(`${upper.core}${lower.bare}`), wanted)
  if (joined.score >= 0.9) return { score: 0.92, ground: 'under-group-heading' }
  const alone = scoreForms(lower, wanted)
  const candidates: readonly HeadingScore[] = [
    direct,
    { score: joined.score * 0.95, ground: joined.ground },
    { score: alone.score * 0.85, ground: alone.score >= 0.9 ? 'under-group-heading' : 'similar-heading' },
  ]
  return candidates.reduce((a, b) => (b.score > a.score ? b : a))
}

function likeness(a: string, b: string): number {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  const contained = shorter.length >= 2 && longer.includes(shorter) ? 0.55 + 0.4 * (shorter.length / longer.length) : 0
  return Math.max(contained, similarity(a, b))
}

function formsOf(label: string): HeadingForms {
  const known = formsOfLabel.get(label)
  if (known) return known
  const forms = headingForms(label)
  formsOfLabel.set(label, forms)
  return forms
}

import type { ColumnSpec } from './column-spec.js'
import type { ContentProfile } from './content-profile.js'
import type { FieldSuggestion } from './layout.js'
import { type ComparableHeading, comparableHeading, scoreHeading } from './score-heading.js'

/** A column before it has a field. */
export interface ColumnToMatch {
  readonly index: number
  readonly headingParts: readonly string[]
  readonly profile: ContentProfile
}

/** What was found out about the columns. */
export interface ColumnMatches {
  readonly suggestions: ReadonlyMap<number, FieldSuggestion>
  readonly alternatives: ReadonlyMap<number, readonly FieldSuggestion[]>
  readonly ambiguities: ReadonlyArray<{ readonly field: string; readonly columns: readonly number[] }>
}

interface HeadedColumn extends ColumnToMatch {
  readonly heading: ComparableHeading
}

interface Claim extends FieldSuggestion {
  readonly column: number
}

/** From this confidence on a field is offered as the answer. */
const suggestedFrom = 0.6
const nearFrom = 0.3
const clearLead = 0.1
const mostAlternatives = 3
const enoughFilled = 3
const byContentAlone = 0.6

/** Matches columns and fields, one to one, by heading and content; two columns with equal claims to a field get none. */
export function matchColumns(columns: readonly ColumnToMatch[], specs: readonly ColumnSpec[]): ColumnMatches {
  const claims = columns
    .flatMap((column) => {
      const heading = comparableHeading(column.headingParts)
      return specs.map((spec) => claimOf({ ...column, heading }, spec))
    })
    .filter(({ confidence }) => confidence >= nearFrom)
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column)
  const suggestions = new Map<number, FieldSuggestion>()
  const ambiguities: Array<{ field: string; columns: readonly number[] }> = []
  const settled = new Set<string>()
  for (const claim of claims) {
    if (claim.confidence < suggestedFrom || settled.has(claim.field) || suggestions.has(claim.column)) continue
    const rivals = claims.filter((other) => isRival(other, claim, { claims, suggestions }))
    settled.add(claim.field)
    if (rivals.length === 0) suggestions.set(claim.column, withoutColumn(claim))
    else
      ambiguities.push({
        field: claim.field,
        columns: [claim, ...rivals].map(({ column }) => column).sort((a, b) => a - b),
      })
  }
  const alternatives = new Map(
    columns.map(({ index }) => {
      const own = claims.filter(({ column, field }) => column === index && suggestions.get(index)?.field !== field)
      return [index, own.slice(0, mostAlternatives).map(withoutColumn)] as const
    }),
  )
  return { suggestions, alternatives, ambiguities }
}

// a column with a better field elsewhere is no rival
function isRival(
  other: Claim,
  claim: Claim,
  found: { readonly claims: readonly Claim[]; readonly suggestions: ReadonlyMap<number, FieldSuggestion> },
): boolean {
  if (other.field !== claim.field || other.column === claim.column || found.suggestions.has(other.column)) return false
  if (other.confidence < suggestedFrom || claim.confidence - other.confidence >= clearLead) return false
  return !found.claims.some(({ column, confidence }) => column === other.column && confidence > other.confidence)
}

function claimOf(column: HeadedColumn, spec: ColumnSpec): Claim {
  const claim = weighed(column, spec)
  return { ...claim, confidence: Math.round(claim.confidence * 100) / 100 }
}

function weighed(column: HeadedColumn, spec: ColumnSpec): Claim {
  const { score, ground } = scoreHeading(column.heading, spec)
  const base = { column: column.index, field: spec.field }
  const share = column.profile.filled >= enoughFilled ? column.profile.shareFor(spec) : undefined
  const alone = contentClaim(column, spec, share)
  if (alone > score) return { ...base, confidence: alone, because: 'content' }
  if (share === undefined) return { ...base, confidence: score, because: ground }
  // a heading that only resembles needs the content; one that is the same is doubted, not overruled
  if (share <= 0.1)
    return {
      ...base,
      confidence: Math.min(score, 0.9) * (score >= 0.9 ? 0.75 : 0.6),
      because: ground,
      contentDisagrees: true,
    }
  const support = share >= 0.6 && score >= 0.45 && score < 0.9 ? 0.08 : 0
  return { ...base, confidence: Math.min(1, score + support), because: ground }
}

// only citizen and certificate numbers can be told by their look, and only under a heading that says nothing else
function contentClaim(column: HeadedColumn, spec: ColumnSpec, share: number | undefined): number {
  if (share === undefined || share < 0.8 || (spec.kind !== 'id' && spec.kind !== 'certificate')) return 0
  const heading = column.heading.whole.full
  return heading === '' || /^(?:证件)?(?:号码|号|证号|编号|no|number)?$/.test(heading) ? byContentAlone : 0
}

function withoutColumn({ column: _, ...suggestion }: Claim): FieldSuggestion {
  return suggestion
}

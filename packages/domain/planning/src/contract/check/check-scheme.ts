import { defineMessages } from '@opendpf/messages'
import type { Scoring } from '../scoring/scoring.js'

/** What the checker looks at of one criterion. */
export interface CriterionFacts {
  readonly number: string
  readonly chapter: string | null
  readonly points: number
  readonly scoring: Scoring
  readonly hasOwner: boolean
  readonly hasEvidenceKind: boolean
}

/** An assessment scheme as the checker looks at it. */
export interface SchemeFacts {
  readonly passMark: number
  /** What the standard says that all points come to; null where it does not say. */
  readonly totalPoints: number | null
  readonly chapters: readonly { readonly id: string; readonly title: string; readonly points: number | null }[]
  readonly criteria: readonly CriterionFacts[]
}

/** What the checker of assessments finds, by code. */
export const schemeFindingSeverity = {
  'points-not-total': 'error',
  'chapter-not-total': 'error',
  'chapters-not-total': 'error',
  'pass-above-total': 'error',
  'criterion-twice': 'error',
  'steps-above-points': 'error',
  'chapter-empty': 'warning',
  'criterion-loose': 'warning',
  'criterion-no-owner': 'error',
  'criterion-no-evidence-kind': 'warning',
} as const

export type SchemeFindingCode = keyof typeof schemeFindingSeverity

/** One thing in which a scheme is not what its standard says, or not whole. */
export interface SchemeFinding {
  readonly code: SchemeFindingCode
  readonly severity: (typeof schemeFindingSeverity)[SchemeFindingCode]
  readonly params: Readonly<Record<string, string | number>>
}

/** Finds in what a scheme is not complete, or does not add up to what its standard says; errors come first. */
export function checkScheme(scheme: SchemeFacts): readonly SchemeFinding[] {
  const found = [...checkTotals(scheme), ...scheme.chapters.flatMap((one) => checkChapter(one, scheme))]
  const numbers = [...Map.groupBy(scheme.criteria, ({ number }) => number)].filter(([, those]) => those.length > 1)
  return [
    ...found,
    ...numbers.map(([item]) => finding('criterion-twice', { item })),
    ...scheme.criteria.flatMap((one) => checkCriterion(one, scheme)),
  ].toSorted((one, other) => one.severity.localeCompare(other.severity))
}

function finding(code: SchemeFindingCode, params: SchemeFinding['params'] = {}): SchemeFinding {
  return { code, severity: schemeFindingSeverity[code], params }
}

function checkTotals({ passMark, totalPoints, chapters, criteria }: SchemeFacts): readonly SchemeFinding[] {
  if (criteria.length === 0) return []
  const sum = sumOf(criteria)
  const told = chapters.flatMap(({ points }) => points ?? [])
  const ofChapters = told.reduce((one, other) => one + other, 0)
  const isTold = told.length > 0 && told.length === chapters.length
  return [
    ...(totalPoints !== null && sum !== totalPoints ? [finding('points-not-total', { sum, total: totalPoints })] : []),
    ...(totalPoints !== null && isTold && ofChapters !== totalPoints
      ? [finding('chapters-not-total', { sum: ofChapters, total: totalPoints })]
      : []),
    ...(passMark > sum ? [finding('pass-above-total', { mark: passMark, sum })] : []),
  ]
}

function checkChapter(
  { id, title, points }: SchemeFacts['chapters'][number],
  { criteria }: SchemeFacts,
): readonly SchemeFinding[] {
  const own = criteria.filter(({ chapter }) => chapter === id)
  if (own.length === 0) return [finding('chapter-empty', { chapter: title })]
  const sum = sumOf(own)
  return points === null || sum === points ? [] : [finding('chapter-not-total', { chapter: title, sum, total: points })]
}

function checkCriterion(one: CriterionFacts, { chapters }: SchemeFacts): readonly SchemeFinding[] {
  const { number: item, points, scoring } = one
  const most = scoring.rule === 'steps' ? Math.max(...scoring.steps.map((step) => step.points)) : points
  return [
    ...(most > points ? [finding('steps-above-points', { item, most, points })] : []),
    ...(one.chapter === null && chapters.length > 0 ? [finding('criterion-loose', { item })] : []),
    ...(one.hasOwner ? [] : [finding('criterion-no-owner', { item })]),
    ...(one.hasEvidenceKind ? [] : [finding('criterion-no-evidence-kind', { item })]),
  ]
}

function sumOf(criteria: readonly CriterionFacts[]): number {
  return criteria.reduce((sum, { points }) => sum + points, 0)
}

/** Says what is not whole and what to do. */
export const schemeFindingMessages = defineMessages({
  'zh-CN': {
    'points-not-total': '各指标分值合计 {{sum}} 分，与标准总分 {{total}} 分不等，请核对',
    'chapter-not-total': '“{{chapter}}”各指标分值合计 {{sum}} 分，与该部分 {{total}} 分不等，请核对',
    'chapters-not-total': '各部分分值合计 {{sum}} 分，与标准总分 {{total}} 分不等，请核对',
    'pass-above-total': '达标分数 {{mark}} 分超过各指标分值合计 {{sum}} 分，请核对',
    'criterion-twice': '编号 {{item}} 用了两次，请改其中一个',
    'steps-above-points': '第 {{item}} 项最高一档 {{most}} 分，超过分值 {{points}} 分，请核对',
    'chapter-empty': '“{{chapter}}”还没有指标，请填写',
    'criterion-loose': '第 {{item}} 项没有归入部分，请选择',
    'criterion-no-owner': '第 {{item}} 项没有责任单位或责任人，请填写',
    'criterion-no-evidence-kind': '第 {{item}} 项没有写明要什么佐证材料，请填写',
  },
  en: {
    'points-not-total': 'the criteria bring {{sum}} points, not the {{total}} of the standard; compare them',
    'chapter-not-total': 'the criteria of “{{chapter}}” bring {{sum}} points, not its {{total}}; compare them',
    'chapters-not-total': 'the chapters bring {{sum}} points, not the {{total}} of the standard; compare them',
    'pass-above-total': 'the {{mark}} points to pass are more than the {{sum}} that all criteria bring; compare them',
    'criterion-twice': 'the number {{item}} is used twice; change one of them',
    'steps-above-points': 'the highest step of {{item}} brings {{most}} points, more than its {{points}}; compare them',
    'chapter-empty': '“{{chapter}}” has no criteria yet; write some',
    'criterion-loose': '{{item}} stands in no chapter; choose one',
    'criterion-no-owner': 'nobody answers for {{item}}; fill in an organisation or a person',
    'criterion-no-evidence-kind': '{{item}} does not say what evidence it asks for; fill it in',
  },
})

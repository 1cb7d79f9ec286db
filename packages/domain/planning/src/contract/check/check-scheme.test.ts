import { expect, it } from 'vitest'
import { type CriterionFacts, checkScheme, type SchemeFacts } from './check-scheme.js'

const criterion = (number: string, points: number, more: Partial<CriterionFacts> = {}): CriterionFacts => ({
  ...{ number, points, chapter: 'a', scoring: { rule: 'full' }, hasOwner: true, hasEvidenceKind: true },
  ...more,
})
const whole: SchemeFacts = {
  passMark: 80,
  totalPoints: 100,
  chapters: [
    { id: 'a', title: '组织', points: 40 },
    { id: 'b', title: '服务', points: 60 },
  ],
  criteria: [criterion('1', 40), criterion('2', 60, { chapter: 'b' })],
}
const codes = (more: Partial<SchemeFacts>) => checkScheme({ ...whole, ...more }).map(({ code }) => code)
const [first, second] = whole.criteria as [CriterionFacts, CriterionFacts]

it('finds nothing in a scheme that is whole, nor in one that is only begun', () => {
  expect(checkScheme(whole)).toEqual([])
  expect(codes({ criteria: [], chapters: [] })).toEqual([])
})

it('adds up points against chapters and the standard', () => {
  expect(checkScheme({ ...whole, criteria: [criterion('1', 30), second] })).toEqual([
    { code: 'points-not-total', severity: 'error', params: { sum: 90, total: 100 } },
    { code: 'chapter-not-total', severity: 'error', params: { chapter: '组织', sum: 30, total: 40 } },
  ])
  const [one, other] = whole.chapters as [SchemeFacts['chapters'][number], SchemeFacts['chapters'][number]]
  expect(codes({ chapters: [{ ...one, points: 50 }, other] })).toEqual(['chapters-not-total', 'chapter-not-total'])
  expect(codes({ passMark: 101 })).toEqual(['pass-above-total'])
  // what the standard does not say is not held against anything
  expect(
    codes({ totalPoints: null, chapters: [{ ...one, points: null }, other], criteria: [criterion('1', 30), second] }),
  ).toEqual([])
})

it.each([
  ['criterion-twice', [first, { ...second, number: '1' }]],
  ['steps-above-points', [{ ...first, scoring: { rule: 'steps', steps: [{ from: 1, points: 41 }] } }, second]],
  ['criterion-no-owner', [{ ...first, hasOwner: false }, second]],
  ['criterion-no-evidence-kind', [{ ...first, hasEvidenceKind: false }, second]],
] satisfies [string, CriterionFacts[]][])('names a criterion: %s', (code, criteria) => {
  expect(checkScheme({ ...whole, criteria })).toMatchObject([{ code, params: { item: '1' } }])
})

it('names chapters without criteria and criteria without a chapter, after what is an error', () => {
  expect(codes({ passMark: 101, criteria: [{ ...first, chapter: null, points: 100 }] })).toEqual([
    'pass-above-total',
    'chapter-empty',
    'chapter-empty',
    'criterion-loose',
  ])
})

import { fc, it } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type ComponentCategory, disabilityCategories, disabilityGrades } from './categories.js'
import { checkComponents, headOf } from './components.js'
import { isSevere } from './severity.js'

describe('the head of a certificate', () => {
  test('of a single disability is that disability', () => {
    expect(headOf([{ category: '4', grade: '3' }])).toMatchObject({ ok: true, value: { category: '4', grade: '3' } })
  })

  test('of several is multiple, with the grade of the most severe', () => {
    const components = [
      { category: '2', grade: '3' },
      { category: '1', grade: '1' },
      { category: '5', grade: '4' },
    ] as const
    expect(headOf(components)).toMatchObject({ ok: true, value: { category: '7', grade: '1' } })
  })

  test.for([
    [[], 'NONE', undefined],
    [undefined, 'NONE', undefined],
    [[{ category: '7', grade: '1' }], 'CATEGORY', 0],
    [
      [
        { category: '4', grade: '1' },
        { category: '8', grade: '1' },
      ],
      'CATEGORY',
      1,
    ],
    [[{ category: 4, grade: '1' }], 'CATEGORY', 0],
    [[null], 'CATEGORY', 0],
    [[{ category: '4', grade: '5' }], 'GRADE', 0],
    [
      [
        { category: '4', grade: '1' },
        { category: '4', grade: '2' },
      ],
      'DUPLICATE_CATEGORY',
      1,
    ],
  ] as const)('%j is %s', ([components, reason, at]) => {
    // as untyped callers may hand it over
    const result = headOf(components as never)
    expect(result).toEqual(at === undefined ? { ok: false, reason } : { ok: false, reason, at })
  })

  const categories = disabilityCategories.codes.filter((code): code is ComponentCategory => code !== '7')
  it.prop([
    fc.uniqueArray(
      fc.record({ category: fc.constantFrom(...categories), grade: fc.constantFrom(...disabilityGrades.codes) }),
      { selector: (component) => component.category, minLength: 1 },
    ),
  ])('is multiple exactly when there are two components or more', (components) => {
    const head = headOf(components)
    expect(head.ok && (head.value.category === '7') === components.length >= 2).toBe(true)
    expect(head.ok && head.value.grade).toBe(components.map(({ grade }) => grade).sort()[0])
  })
})

describe('a certificate against its components', () => {
  const components = [
    { category: '1', grade: '2' },
    { category: '6', grade: '3' },
  ] as const
  test('agrees, or its head is wrong', () => {
    expect(checkComponents({ category: '7', grade: '2', components })).toMatchObject({ ok: true })
    expect(checkComponents({ category: '7', grade: '3', components })).toEqual({ ok: false, reason: 'HEAD' })
    expect(checkComponents({ category: '1', grade: '2', components })).toEqual({ ok: false, reason: 'HEAD' })
    expect(checkComponents({ category: '1', grade: '2', components: [] })).toEqual({ ok: false, reason: 'NONE' })
  })
})

test('grades 1 and 2 are severe in general', () => {
  expect(disabilityGrades.codes.filter((grade) => isSevere(grade, 'general'))).toEqual(['1', '2'])
})

import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { annualPlan } from './annual-plan.js'
import { reportedResults } from './reported.js'

interface Item {
  readonly number: string
  readonly dueOn?: string
  readonly indicator?: string
  readonly target: { readonly kind: string; readonly value?: number }
  readonly splits?: readonly { readonly division: string; readonly target: { readonly value?: number } }[]
}
const itemsOf = (year: number, persons: number): readonly Item[] => parse(annualPlan({ year, persons })).items
const targetOf = (number: string, persons: number) =>
  itemsOf(2026, persons).find((item) => item.number === number)?.target.value

it('is a plan of more than sixty items, of which at least forty are counted', () => {
  const items = itemsOf(2026, 1200)
  expect(items.length).toBeGreaterThanOrEqual(60)
  expect(items.filter(({ indicator }) => indicator !== undefined).length).toBeGreaterThanOrEqual(40)
})

it('is of another year as of this one, and never of both', () => {
  const text = annualPlan({ year: 2031, persons: 1200 })
  expect(text).toContain('示范县2031年残疾人工作计划')
  expect(text).not.toContain('2026')
  expect(itemsOf(2031, 1200).every(({ dueOn }) => dueOn === undefined || dueOn.startsWith('2031-'))).toBe(true)
})

it('promises more where there are more people, and as much of what is held', () => {
  expect(targetOf('2.4', 12_000)).toBe(10 * (targetOf('2.4', 1200) ?? 0))
  expect(targetOf('8.3', 12_000)).toBe(targetOf('8.3', 1200))
  expect(targetOf('2.2', 1)).toBe(1)
})

it('shares out what is the whole, whatever the size', () => {
  for (const persons of [1, 77, 1200, 13_500])
    for (const { number, target, splits } of itemsOf(2026, persons))
      if (splits)
        expect(
          splits.reduce((sum, split) => sum + (split.target.value ?? 0), 0),
          `${number} of ${persons}`,
        ).toBe(target.value)
})

it('is reported on by hand quarter by quarter, where nothing counts it', () => {
  const options = { year: 2026, persons: 1200, today: '2026-08-15' }
  const results = reportedResults(options)
  expect(results).toEqual(reportedResults(options))
  expect(new Set(results.map(({ asOf }) => asOf))).toEqual(new Set(['2026-03-31', '2026-06-30']))
  const counted = new Set(
    itemsOf(2026, 1200).flatMap(({ number, indicator }) => (indicator === undefined ? [] : [number])),
  )
  expect(results.filter(({ item }) => counted.has(item))).toEqual([])
})

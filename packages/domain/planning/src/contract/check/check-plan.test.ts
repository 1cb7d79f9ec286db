import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { targetArbitrary } from '../../testing/arbitraries.js'
import { planUnits } from '../target/units.js'
import { checkPlan } from './check-plan.js'
import { type FindingCode, findingMessages, findingSeverity } from './finding.js'
import type { ItemFacts, PlanFacts } from './plan-facts.js'

const plain: ItemFacts = {
  number: '1',
  title: '职业技能培训',
  unit: 'person',
  target: { kind: 'at-least', value: 300 },
  denominator: null,
  lastYear: null,
  yearly: null,
  indicator: null,
  filters: null,
  startsOn: null,
  dueOn: '2026-12-31',
  hasOwner: true,
  partOf: null,
  partKind: null,
  times: null,
  each: null,
  isDropped: false,
  splits: [],
}
const item = (number: string, values: Partial<ItemFacts> = {}): ItemFacts => ({ ...plain, number, ...values })
const indicators: PlanFacts['indicators'] = new Map([
  ['persons.trained', { title: '培训人数', unit: 'person', dimensions: ['grade', 'sex'] }],
  ['care.days', { title: '托养天数', unit: 'day', dimensions: [] }],
])
const codesOf = (items: readonly ItemFacts[], plan: Partial<PlanFacts> = {}) =>
  checkPlan({ firstYear: 2026, lastYear: 2026, indicators, ...plan, items }).map((one) => `${one.item} ${one.code}`)

const at = (value: number) => ({ kind: 'at-least', value }) as const
const exactly = (value: number) => ({ kind: 'exactly', value }) as const
const split = (value: number, place = '990121100000') => ({ place, target: exactly(value) })

/** One plan for each code in which it is found, and one close to it in which it is not. */
const cases: Readonly<Record<FindingCode, readonly [found: readonly ItemFacts[], fine: readonly ItemFacts[]]>> = {
  'number-twice': [
    [item('1'), item('1')],
    [item('1'), item('2')],
  ],
  // 6 to 8 terms of 30 make 180 to 240, never 300
  'terms-times-people': [
    [item('1', { unit: 'session', target: { kind: 'range', from: 6, to: 8 } }), item('2', { times: '1', each: 30 })],
    [item('1', { unit: 'session', target: { kind: 'range', from: 6, to: 10 } }), item('2', { times: '1', each: 30 })],
  ],
  'parts-not-total': [
    [item('1'), item('2', { partOf: '1', partKind: 'share', target: at(100) })],
    [item('1'), item('2', { partOf: '1', partKind: 'share' })],
  ],
  'part-above-total': [
    [item('1'), item('2', { partOf: '1', partKind: 'of-which', target: at(301) })],
    [item('1'), item('2', { partOf: '1', partKind: 'of-which', target: at(232) })],
  ],
  'part-other-unit': [
    [item('1'), item('2', { partOf: '1', partKind: 'of-which', unit: 'person-time' })],
    [item('1'), item('2', { partOf: '1', partKind: 'of-which' })],
  ],
  'part-of-itself': [
    [item('1', { partOf: '2', partKind: 'of-which' }), item('2', { partOf: '1', partKind: 'of-which' })],
    [item('1'), item('2', { partOf: '1', partKind: 'of-which' })],
  ],
  'same-count-twice': [
    [
      item('1', { indicator: 'persons.trained', filters: { grade: ['1', '2'] } }),
      item('2', { indicator: 'persons.trained', filters: { grade: ['2', '3'], sex: ['1'] } }),
    ],
    [
      item('1', { indicator: 'persons.trained', filters: { grade: ['1', '2'] } }),
      item('2', { indicator: 'persons.trained', filters: { grade: ['3'] } }),
    ],
  ],
  'rate-without-denominator': [
    [item('1', { unit: 'percent', target: { kind: 'rate', value: 98.5 } })],
    [item('1', { unit: 'percent', target: { kind: 'rate', value: 98.5 }, denominator: '就业年龄段持证残疾人' })],
  ],
  'rate-other-unit': [
    [item('1', { target: { kind: 'rate', value: 90 } })],
    [item('1', { unit: 'percent', denominator: '全体', target: { kind: 'rate', value: 90 } })],
  ],
  'above-hundred-percent': [
    [item('1', { unit: 'percent', denominator: '全体', target: { kind: 'rate', value: 100.1 } })],
    [item('1', { unit: 'percent', denominator: '全体', target: { kind: 'rate', value: 100 } })],
  ],
  'range-reversed': [
    [item('1', { target: { kind: 'range', from: 8, to: 6 } })],
    [item('1', { target: { kind: 'range', from: 6, to: 6 } })],
  ],
  'below-last-year': [[item('1', { lastYear: 301 })], [item('1', { lastYear: 300 })]],
  'trend-without-last-year': [
    [item('1', { target: { kind: 'rise' } })],
    [item('1', { target: { kind: 'rise' }, lastYear: 97 })],
  ],
  'due-outside-plan': [[item('1', { dueOn: '2027-01-01' })], [item('1', { dueOn: '2026-12-31' })]],
  'due-before-start': [
    [item('1', { startsOn: '2026-07-01', dueOn: '2026-06-30' })],
    [item('1', { startsOn: '2026-06-30', dueOn: '2026-06-30' })],
  ],
  'no-owner': [[item('1', { hasOwner: false })], [item('1')]],
  'unit-differs': [
    [item('1', { indicator: 'persons.trained', unit: 'person-time' })],
    [item('1', { indicator: 'persons.trained' })],
  ],
  'unknown-indicator': [[item('1', { indicator: 'persons.lost' })], [item('1', { indicator: 'persons.trained' })]],
  'unknown-dimension': [
    [item('1', { indicator: 'persons.trained', filters: { colour: ['red'] } })],
    [item('1', { indicator: 'persons.trained', filters: { sex: ['1'] } })],
  ],
  'splits-below-total': [
    [item('1', { splits: [split(100), split(199)] })],
    [item('1', { splits: [split(100), split(200)] })],
  ],
  'splits-above-total': [[item('1', { splits: [split(301)] })], [item('1', { splits: [split(300)] })]],
  'split-below-rate': [
    [item('1', { unit: 'percent', denominator: '全体', target: { kind: 'rate', value: 90 }, splits: [split(89)] })],
    [item('1', { unit: 'percent', denominator: '全体', target: { kind: 'rate', value: 90 }, splits: [split(90)] })],
  ],
  'year-outside-plan': [
    [item('1', { yearly: [{ year: 2027, target: at(300) }] })],
    [item('1', { yearly: [{ year: 2026, target: at(300) }] })],
  ],
  'years-not-total': [
    [item('1', { yearly: [{ year: 2026, target: at(299) }] })],
    [item('1', { target: { kind: 'running-total', value: 300 }, yearly: [{ year: 2026, target: at(299) }] })],
  ],
  'target-unknown': [[item('1', { target: { kind: 'unknown', reason: '原文遮盖' } })], [item('1')]],
}

it.each(Object.entries(cases))('finds %s, and nothing like it where it fits', (code, [found, fine]) => {
  expect(codesOf(found).map((line) => line.split(' ')[1])).toContain(code)
  expect(codesOf(fine)).toEqual([])
})

it('leaves out what was dropped, and does not judge indicators that it does not know', () => {
  expect(codesOf([item('1', { hasOwner: false, isDropped: true })])).toEqual([])
  const { indicators: _, ...elsewhere } = { indicators, firstYear: 2026, lastYear: 2026 }
  expect(checkPlan({ ...elsewhere, items: [item('1', { indicator: 'somewhere.else' })] })).toEqual([])
})

it('says of each finding in both languages all that it knows', () => {
  for (const code of Object.keys(findingSeverity) as FindingCode[]) {
    const found = cases[code][0]
    const [one] = checkPlan({ firstYear: 2026, lastYear: 2026, indicators, items: found }).filter(
      (f) => f.code === code,
    )
    for (const locale of ['zh-CN', 'en'] as const) {
      const names = [...findingMessages[locale][code].matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')
      expect(Object.keys(one?.params ?? {}), `${code} ${locale}`).toEqual(expect.arrayContaining(names))
    }
  }
})

const itemArbitrary = fc
  .record({
    unit: fc.constantFrom(...planUnits),
    target: targetArbitrary,
    lastYear: fc.option(fc.integer({ min: 0, max: 500 })),
    partOf: fc.option(fc.constantFrom('1', '2', '3')),
    partKind: fc.constantFrom('of-which', 'share'),
    times: fc.option(fc.constantFrom('1', '2', '3')),
    each: fc.option(fc.integer({ min: 1, max: 50 })),
    splits: fc.array(fc.record({ place: fc.constant('990121100000'), target: targetArbitrary }), { maxLength: 3 }),
  })
  .map((values) => ({ ...plain, ...values }) as ItemFacts)

test.prop([fc.array(itemArbitrary, { maxLength: 4 })])(
  'never fails, names items that are there, and finds the same in any order of towns',
  (items) => {
    const numbered = items.map((one, index) => ({ ...one, number: String(index + 1) }))
    const plan = { firstYear: 2026, lastYear: 2026, items: numbered }
    const found = checkPlan(plan)
    for (const { item: number, params } of found) {
      expect(numbered.map((one) => one.number)).toContain(number)
      for (const value of Object.values(params)) expect(value).not.toBeNaN()
    }
    const turned = { ...plan, items: numbered.map((one) => ({ ...one, splits: one.splits.toReversed() })) }
    expect(checkPlan(turned).map(({ code }) => code)).toEqual(found.map(({ code }) => code))
  },
)

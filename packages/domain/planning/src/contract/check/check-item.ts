import { addAmounts } from '../target/amount.js'
import { boundsOf, headlineOf } from '../target/target.js'
import { isAdditive } from '../target/units.js'
import { type Finding, type FindingCode, findingSeverity } from './finding.js'
import type { ItemFacts, PlanFacts } from './plan-facts.js'

/** A finding about one field of an item. */
export function finding(
  code: FindingCode,
  { number }: Pick<ItemFacts, 'number'>,
  field: string,
  params: Finding['params'] = {},
): Finding {
  return { code, severity: findingSeverity[code], item: number, field, params: { item: number, ...params } }
}

/** What does not fit within one item. */
export function checkItem(item: ItemFacts, plan: PlanFacts): readonly Finding[] {
  return [
    ...checkTarget(item),
    ...checkDates(item, plan),
    ...checkMeasure(item, plan),
    ...checkSplits(item),
    ...checkYears(item, plan),
    ...(item.hasOwner ? [] : [finding('no-owner', item, 'owner')]),
  ]
}

function checkTarget(item: ItemFacts): readonly Finding[] {
  const { target, unit, lastYear } = item
  const about = (code: FindingCode, params: Finding['params'] = {}) => [finding(code, item, 'target', params)]
  if (target.kind === 'unknown') return about('target-unknown', { reason: target.reason })
  if (target.kind === 'range' && target.from > target.to)
    return about('range-reversed', { from: target.from, to: target.to })
  if (target.kind === 'rise' || target.kind === 'fall')
    return lastYear === null ? [finding('trend-without-last-year', item, 'lastYear')] : []
  const headline = headlineOf(target)
  const highest = target.kind === 'range' ? target.to : headline
  return [
    ...(target.kind === 'rate' && unit !== 'percent' ? [finding('rate-other-unit', item, 'unit')] : []),
    ...(unit === 'percent' && highest !== undefined && highest > 100
      ? about('above-hundred-percent', { value: highest })
      : []),
    ...(isFloor(target.kind) && headline !== undefined && lastYear !== null && headline < lastYear
      ? about('below-last-year', { target: headline, lastYear })
      : []),
  ]
}

function isFloor(kind: ItemFacts['target']['kind']): boolean {
  return kind === 'at-least' || kind === 'exactly' || kind === 'rate' || kind === 'range' || kind === 'running-total'
}

function checkDates(item: ItemFacts, { firstYear, lastYear }: PlanFacts): readonly Finding[] {
  const { startsOn, dueOn } = item
  if (dueOn === null) return []
  const year = Number(dueOn.slice(0, 4))
  if (year < firstYear || year > lastYear)
    return [finding('due-outside-plan', item, 'dueOn', { dueOn, firstYear, lastYear })]
  return startsOn !== null && dueOn < startsOn ? [finding('due-before-start', item, 'dueOn', { dueOn, startsOn })] : []
}

function checkMeasure(item: ItemFacts, { indicators }: PlanFacts): readonly Finding[] {
  const { indicator, unit, denominator } = item
  if (indicator === null)
    return unit === 'percent' && denominator === null ? [finding('rate-without-denominator', item, 'denominator')] : []
  if (indicators === undefined) return []
  const known = indicators.get(indicator)
  if (!known) return [finding('unknown-indicator', item, 'indicator', { indicator })]
  const strange = Object.keys(item.filters ?? {}).filter((dimension) => !known.dimensions.includes(dimension))
  return [
    ...(known.unit === unit
      ? []
      : [finding('unit-differs', item, 'unit', { indicator: known.title, unit: known.unit })]),
    ...strange.map((dimension) => finding('unknown-dimension', item, 'filters', { indicator: known.title, dimension })),
  ]
}

function checkSplits(item: ItemFacts): readonly Finding[] {
  const { target, unit, splits } = item
  const total = headlineOf(target)
  if (splits.length === 0 || total === undefined) return []
  if (!isAdditive(unit))
    return target.kind === 'rate' || target.kind === 'at-least'
      ? splits.flatMap((split) => {
          const value = headlineOf(split.target)
          return value !== undefined && value < total
            ? [finding('split-below-rate', item, 'splits', { place: split.place, value, total })]
            : []
        })
      : []
  const shares = splits.map((split) => headlineOf(split.target))
  // a share that nobody knows leaves the sum open
  if (shares.some((share) => share === undefined)) return []
  const sum = addAmounts(shares as readonly number[])
  if (sum === total) return []
  // a limit is kept when the parts together stay below it
  const isShort = target.kind === 'at-most' || target.kind === 'zero' ? sum > total : sum < total
  return [finding(isShort ? 'splits-below-total' : 'splits-above-total', item, 'splits', { sum, total })]
}

function checkYears(item: ItemFacts, { firstYear, lastYear }: PlanFacts): readonly Finding[] {
  const { yearly, target, unit } = item
  if (yearly === null) return []
  const outside = yearly.filter(({ year }) => year < firstYear || year > lastYear)
  if (outside.length > 0) return outside.map(({ year }) => finding('year-outside-plan', item, 'yearly', { year }))
  const shares = yearly.map((one) => headlineOf(one.target))
  const total = boundsOf(target)?.from
  // a running total already counts from the beginning
  const isSummed = isAdditive(unit) && (target.kind === 'at-least' || target.kind === 'exactly')
  if (!isSummed || total === undefined || shares.some((share) => share === undefined)) return []
  const sum = addAmounts(shares as readonly number[])
  return sum === total ? [] : [finding('years-not-total', item, 'yearly', { sum, total })]
}

import { addAmounts } from '../target/amount.js'
import { boundsOf, headlineOf } from '../target/target.js'
import { checkItem, finding } from './check-item.js'
import type { Finding } from './finding.js'
import type { ItemFacts, PlanFacts } from './plan-facts.js'

/**
 * Finds what does not fit in a plan: within items, and between them. Dropped items are left out. The order is that of the items; within one
 * item errors come first.
 */
export function checkPlan(plan: PlanFacts): readonly Finding[] {
  const items = plan.items.filter(({ isDropped }) => !isDropped)
  const byNumber = new Map(items.map((item) => [item.number, item]))
  const order = new Map(items.map(({ number }, index) => [number, index]))
  const found = [
    ...numbersTwice(items),
    ...items.flatMap((item) => checkItem(item, plan)),
    ...items.flatMap((item) => checkTerms(item, byNumber)),
    ...items.flatMap((item) => checkPart(item, byNumber)),
    ...checkShares(items, byNumber),
    ...countedTwice(items),
  ]
  return found.toSorted(
    (one, other) =>
      (order.get(one.item) ?? 0) - (order.get(other.item) ?? 0) || one.severity.localeCompare(other.severity),
  )
}

function numbersTwice(items: readonly ItemFacts[]): readonly Finding[] {
  return [...Map.groupBy(items, ({ number }) => number).values()].flatMap(([first, ...others]) =>
    first !== undefined && others.length > 0 ? [finding('number-twice', first, 'number')] : [],
  )
}

/** 6 to 8 terms of 30 people make 180 to 240, never 300. */
function checkTerms(item: ItemFacts, byNumber: ReadonlyMap<string, ItemFacts>): readonly Finding[] {
  const terms = item.times === null ? undefined : byNumber.get(item.times)
  const { each } = item
  if (!terms || each === null) return []
  const [counted, wanted] = [boundsOf(terms.target, terms.lastYear), boundsOf(item.target, item.lastYear)]
  if (!counted || !wanted) return []
  const [least, most] = [counted.from * each, counted.to * each]
  if (least <= wanted.to && most >= wanted.from) return []
  const shown = { from: counted.from, to: finite(counted.to), least, most: finite(most) }
  return [finding('terms-times-people', item, 'each', { terms: terms.number, each, target: wanted.from, ...shown })]
}

function finite(value: number): number | string {
  return Number.isFinite(value) ? value : '∞'
}

function checkPart(item: ItemFacts, byNumber: ReadonlyMap<string, ItemFacts>): readonly Finding[] {
  const whole = item.partOf === null ? undefined : byNumber.get(item.partOf)
  if (!whole) return []
  if (isWithinItself(item, byNumber)) return [finding('part-of-itself', item, 'partOf', { whole: whole.number })]
  if (whole.unit !== item.unit) return [finding('part-other-unit', item, 'partOf', { whole: whole.number })]
  const [part, total] = [headlineOf(item.target), boundsOf(whole.target, whole.lastYear)?.to]
  // "at least" has no upper end: what is promised of it is the whole
  const most = total === Number.POSITIVE_INFINITY ? headlineOf(whole.target) : total
  return item.partKind !== 'share' && part !== undefined && most !== undefined && part > most
    ? [finding('part-above-total', item, 'target', { part, total: most })]
    : []
}

function isWithinItself(item: ItemFacts, byNumber: ReadonlyMap<string, ItemFacts>): boolean {
  const seen = new Set<string>()
  for (let at: ItemFacts | undefined = item; at && at.partOf !== null; at = byNumber.get(at.partOf)) {
    if (seen.has(at.number)) return true
    seen.add(at.number)
  }
  return false
}

function checkShares(items: readonly ItemFacts[], byNumber: ReadonlyMap<string, ItemFacts>): readonly Finding[] {
  const shares = items.filter(({ partOf, partKind }) => partOf !== null && partKind === 'share')
  return [...Map.groupBy(shares, ({ partOf }) => partOf ?? '')].flatMap(([number, parts]) => {
    const whole = byNumber.get(number)
    const total = whole && headlineOf(whole.target)
    const values = parts.map(({ target }) => headlineOf(target))
    const isComparable = parts.every(({ unit }) => unit === whole?.unit) && values.every((value) => value !== undefined)
    if (!whole || total === undefined || !isComparable) return []
    const sum = addAmounts(values as readonly number[])
    return sum === total ? [] : [finding('parts-not-total', whole, 'target', { sum, total })]
  })
}

/** Two items that count the same indicator over groups that overlap. A part and its whole do so on purpose. */
function countedTwice(items: readonly ItemFacts[]): readonly Finding[] {
  const counted = items.filter(({ indicator }) => indicator !== null)
  return [...Map.groupBy(counted, ({ indicator }) => indicator).values()].flatMap((alike) =>
    alike.flatMap((item, index) => {
      const other = alike
        .slice(0, index)
        .find((one) => overlap(one, item) && one.partOf !== item.number && item.partOf !== one.number)
      return other ? [finding('same-count-twice', item, 'indicator', { other: other.number })] : []
    }),
  )
}

function overlap({ filters: one }: ItemFacts, { filters: other }: ItemFacts): boolean {
  return Object.entries(one ?? {}).every(([dimension, values]) => {
    const others = other?.[dimension]
    return others === undefined || values.some((value) => others.includes(value))
  })
}

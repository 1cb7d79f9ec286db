import { addYears } from '@opendpf/standards'
import { earlierDay } from '../contract/index.js'
import type { WholePlan } from './read-plan.js'

/** What is asked of the registers: an indicator over a group, in a place, from a day to a day, both included. */
export interface Question {
  readonly indicator: string
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** 12 digits. */
  readonly division: string
  readonly from: string
  readonly to: string
}

/** What the registers answer; null is not known, never 0. */
export interface Count {
  readonly value: number | null
  readonly unknownReason: string | null
  /** It tells how many there are on a day, not what a period brought. */
  readonly isLevel: boolean
}

/** Answers all questions at once, in their order. */
export type Counter = (questions: readonly Question[]) => Promise<readonly Count[]>

/** A count with last year's: the whole of it, and up to the same day. */
export interface CountWithYear {
  readonly value: number | null
  readonly unknownReason: string | null
  readonly lastYear: number | null
  readonly lastYearByNow: number | null
}

/** What the registers count for an item, and for the places of its shares. */
export interface Counted {
  readonly isLevel: boolean
  readonly whole: CountWithYear
  readonly byPlace: ReadonlyMap<string, CountWithYear>
}

/** Counts all items of a plan that have an indicator, with their shares and last year, in one call. */
export async function countItems(
  whole: WholePlan,
  { today, counter }: { readonly today: string; readonly counter: Counter },
): Promise<ReadonlyMap<string, Counted>> {
  const asked = whole.items.flatMap((row) => {
    const { indicator, filters } = row
    if (indicator === null) return []
    const from = row.startsOn ?? `${whole.plan.firstYear}-01-01`
    const due = row.dueOn ?? `${whole.plan.lastYear}-12-31`
    const to = today < from ? from : earlierDay(today, due)
    const places = [row.division ?? '', ...(whole.splits.get(row.id) ?? []).map(({ division }) => division ?? '')]
    const yearBefore = (day: string) => addYears(day, -1)
    return places.map((division) => {
      const about = { indicator, filters: filters ?? {}, division }
      return {
        id: row.id,
        division,
        questions: [
          { ...about, from, to },
          { ...about, from: yearBefore(from), to: yearBefore(due) },
          { ...about, from: yearBefore(from), to: yearBefore(to) },
        ],
      }
    })
  })
  const counts = await counter(asked.flatMap(({ questions }) => questions))
  const answers = asked.map(({ id, division }, index) => ({
    id,
    division,
    counts: counts.slice(index * 3, index * 3 + 3),
  }))
  return new Map(
    [...Map.groupBy(answers, ({ id }) => id)].flatMap(([id, [first, ...rest]]) => {
      if (!first) return []
      const byPlace = new Map(rest.map((one) => [one.division, withYear(one.counts)]))
      return [[id, { isLevel: first.counts[0]?.isLevel ?? false, whole: withYear(first.counts), byPlace }] as const]
    }),
  )
}

function withYear([now, lastYear, lastYearByNow]: readonly Count[]): CountWithYear {
  return {
    value: now?.value ?? null,
    unknownReason: now?.unknownReason ?? null,
    lastYear: lastYear?.value ?? null,
    lastYearByNow: lastYearByNow?.value ?? null,
  }
}

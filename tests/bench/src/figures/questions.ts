import type { FigureAsked } from '@opendpf/figures'
import { serviceKinds } from './care.js'

const county = '990121000000'
/** The towns that the services lie in. */
export const townCodes: readonly string[] = Array.from({ length: 18 }, (_, index) => `990121${100 + index}000`)
const units = { Times: 'person-time', Persons: 'person', Minutes: 'item' } as const
const readings = ['Times', 'Persons', 'Minutes'] as const
const filters: readonly NonNullable<FigureAsked['filters']>[] = [
  {},
  { place: ['home'] },
  { sex: ['2'] },
  { place: ['centre', 'village'] },
]

/** The sixty items of a plan: what each counts. */
export const itemsOfPlan = [
  ...serviceKinds.flatMap((kind) =>
    readings.flatMap((reading) =>
      filters.map((narrowed) => ({ indicator: `bench.${kind}${reading}`, filters: narrowed, unit: units[reading] })),
    ),
  ),
  ...Array.from({ length: 12 }, (_, index) => ({
    indicator: 'bench.clients',
    filters: index % 2 ? { sex: ['1'] } : {},
    unit: 'person' as const,
  })),
]

/** The questions of a plan of sixty items: each of this year so far, of last year, and of last year up to the same day. */
export function questionsOfPlan(options: {
  readonly isSplit: boolean
  readonly today: string
}): readonly FigureAsked[] {
  const { isSplit, today } = options
  const year = Number(today.slice(0, 4))
  const spans = [
    { from: `${year}-01-01`, to: today },
    { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
    { from: `${year - 1}-01-01`, to: `${year - 1}${today.slice(4)}` },
  ]
  return itemsOfPlan.flatMap(({ indicator, filters: narrowed }) =>
    [county, ...(isSplit ? townCodes : [])].flatMap((division) =>
      spans.map((span) => ({ indicator, filters: narrowed, ...span, division })),
    ),
  )
}

import { scopeOfDivision } from '@opendpf/kit'
import type { FigureValue, Reading } from '../contract/index.js'
import type { Context, CountedQuestion, Measured } from './measured-rows.js'
import { countDistinct, countOrdered, countRows, type Place, type Walk } from './walks.js'

/** From so many places on they are counted as groups of one walk, instead of holding every row against each of them. */
const manyPlaces = 3

const walks: Readonly<Record<Reading, Walk>> = {
  count: countRows,
  sum: countRows,
  distinct: countDistinct,
  median: countOrdered,
  p90: countOrdered,
}

/** Answers questions about the same rows, in one walk over them for each way of counting and each level of many places. */
export async function countAlike(
  context: Context,
  those: readonly Measured[],
): Promise<ReadonlyMap<CountedQuestion, FigureValue>> {
  const answers = new Map<CountedQuestion, FigureValue>()
  for (const [walk, alike] of Map.groupBy(those, ({ question }) => walks[question.indicator.reading]))
    for (const [place, questions] of byPlace(alike))
      for (const [question, answer] of await walk(context, questions, place)) answers.set(question, answer)
  return answers
}

/** Questions about many towns, about many villages, and the rest. */
function byPlace(those: readonly Measured[]): ReadonlyMap<Place | undefined, readonly Measured[]> {
  const groups = Map.groupBy(those, ({ question: { about } }): Place | undefined => {
    const level = about.place === undefined ? 'all' : scopeOfDivision(about.place).level
    return level === 'town' || level === 'village' ? level : undefined
  })
  const few: Measured[] = [...(groups.get(undefined) ?? [])]
  const many = new Map<Place | undefined, readonly Measured[]>()
  for (const level of ['town', 'village'] as const) {
    const group = groups.get(level) ?? []
    const places = new Set(group.map(({ question }) => question.about.place))
    if (places.size < manyPlaces) few.push(...group)
    else many.set(level, group)
  }
  return few.length === 0 ? many : new Map([[undefined, few], ...many])
}

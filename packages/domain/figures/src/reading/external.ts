import { sql } from 'kysely'
import { type FigureValue, figures } from '../contract/index.js'
import type { Question } from './asking.js'
import { knownAt } from './known-at.js'
import { type Context, withAll } from './measured-rows.js'

const { externalFigure } = figures.records
const notTold: FigureValue = { value: null, unknownReason: 'not-told' }

interface Told {
  readonly indicator: string
  readonly division: string
  readonly from_day: string
  readonly to_day: string
  readonly value: number
}

/**
 * Figures that others tell. What a period brought is told for the very period; what there is on a day is told by the latest source about a
 * day that is not after it.
 */
export async function readExternal(
  context: Context,
  questions: readonly Question[],
): Promise<ReadonlyMap<Question, FigureValue>> {
  const answers = new Map<Question, FigureValue>()
  for (const [asOf, those] of Map.groupBy(questions, (question) => question.asOf)) {
    const names = [...new Set(those.map(({ name }) => name))]
    const { rows } = await sql<Told>`
      ${withAll(knownAt([externalFigure], asOf))}select indicator, division, from_day, to_day, value
      from figures_external_figure where indicator = any(${names}::text[]) order by to_day desc, told_on desc, id desc`.execute(
      context.db,
    )
    const byName = Map.groupBy(rows, ({ indicator }) => indicator)
    for (const question of those) {
      const { from, to, division } = question.about
      const told = byName
        .get(question.name)
        ?.find(
          (row) =>
            row.division === division &&
            (question.indicator.kind === 'stock' ? row.to_day <= to : row.from_day === from && row.to_day === to),
        )
      answers.set(question, told ? { value: Number(told.value), unknownReason: null } : notTold)
    }
  }
  return answers
}

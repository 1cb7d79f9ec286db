import {
  type FigureAsked,
  type FigureGroup,
  type FigureRead,
  type FigureValue,
  isCounted,
  type UnknownReason,
} from '../contract/index.js'
import { type Question, questionOf } from './asking.js'
import { countAll } from './count.js'
import { readExternal } from './external.js'
import type { Context, Counted, CountedQuestion } from './measured-rows.js'

/** What one figure is made of. */
type Plan =
  | { readonly unknown: UnknownReason }
  | { readonly question: Question }
  | { readonly question: Question; readonly part: Question; readonly whole: Question }

/**
 * Reads figures, all at once and in the order in which they are asked. Each is a number, or unknown with the reason: somebody who may not
 * read the rows counted, or asks about a place outside his territory, is not told a part for the whole.
 */
export async function readFigures(context: Context, asked: readonly FigureAsked[]): Promise<readonly FigureRead[]> {
  const plans = asked.map((one) => planOf(context, one))
  const questions = plans.flatMap((plan) =>
    'unknown' in plan ? [] : 'part' in plan ? [plan.part, plan.whole] : [plan.question],
  )
  const counted = await countAll(context, questions.filter(isCountedQuestion))
  const told = await readExternal(
    context,
    questions.filter(({ indicator }) => indicator.reading === 'external'),
  )
  const answerOf = (question: Question): Counted =>
    counted.get(question as CountedQuestion) ?? told.get(question) ?? { value: null, unknownReason: 'not-told' }
  return plans.map((plan): FigureRead => {
    if ('unknown' in plan) return { value: null, unknownReason: plan.unknown, isLevel: false }
    const isLevel = plan.question.indicator.kind === 'stock'
    if (!('part' in plan)) return { ...answerOf(plan.question), isLevel }
    const [part, whole] = [answerOf(plan.part), answerOf(plan.whole)]
    return {
      ...shareOf(part, whole),
      isLevel,
      part: plain(part),
      whole: plain(whole),
      ...(part.groups && whole.groups ? { groups: sharesOf(part.groups, whole.groups) } : {}),
    }
  })
}

function planOf(context: Context, asked: FigureAsked): Plan {
  const question = questionOf(context, asked)
  if (typeof question === 'string') return { unknown: question }
  if (question.indicator.reading !== 'ratio') return { question }
  const { part, whole } = question.indicator
  const [partOf, wholeOf] = [part, whole].map((indicator) => questionOf(context, { ...asked, indicator }))
  if (typeof partOf === 'string') return { unknown: partOf }
  if (typeof wholeOf === 'string') return { unknown: wholeOf }
  return partOf && wholeOf ? { question, part: partOf, whole: wholeOf } : { unknown: 'no-indicator' }
}

function isCountedQuestion(question: Question): question is CountedQuestion {
  return isCounted(question.indicator)
}

function plain({ value, unknownReason }: FigureValue): FigureValue {
  return { value, unknownReason }
}

/** A share in percent. Of nobody there is no share, which is not 0 and not 100. */
function shareOf(part: FigureValue, whole: FigureValue): FigureValue {
  if (part.value === null) return plain(part)
  if (whole.value === null) return plain(whole)
  if (whole.value === 0) return { value: null, unknownReason: 'no-denominator' }
  return { value: (part.value / whole.value) * 100, unknownReason: null }
}

function sharesOf(parts: readonly FigureGroup[], wholes: readonly FigureGroup[]): readonly FigureGroup[] {
  const byKey = new Map(parts.map((group) => [group.key, group]))
  const none: FigureValue = { value: 0, unknownReason: null }
  return wholes.map((whole) => ({ key: whole.key, ...shareOf(byKey.get(whole.key) ?? none, whole) }))
}

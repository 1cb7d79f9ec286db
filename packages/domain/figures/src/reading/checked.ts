import { OpenDpfError } from '@opendpf/errors'
import {
  catalogueOf,
  type FigureAsked,
  isCounted,
  permissionsOf,
  type RatioIndicator,
  type UnknownReason,
} from '../contract/index.js'
import { type Question, questionOf } from './asking.js'
import type { Context, CountedQuestion } from './measured-rows.js'

/** What of a question is a mistake of whoever asks, and not something that is not known. */
const mistakes: Partial<Record<UnknownReason, string>> = {
  'no-indicator': 'indicator',
  'no-dimension': 'filters',
  'no-period': 'from',
}

/**
 * Refuses a question that cannot be meant.
 *
 * @throws OpenDpfError `invalid-request` that names what is wrong
 */
export function refuseMistakes(context: Context, asked: FigureAsked): void {
  const question = questionOf(context, asked)
  const what = typeof question === 'string' ? mistakes[question] : undefined
  if (what !== undefined) throw new OpenDpfError('invalid-request', { params: { what } })
}

/**
 * The question whose list is opened.
 *
 * @throws OpenDpfError `invalid-request` for a mistake and for what has no list (a rate has two, of its parts), `permission-denied`,
 *   `not-found` for a place outside the territory
 */
export function listQuestion(context: Context, asked: FigureAsked): CountedQuestion {
  refuseMistakes(context, asked)
  const question = questionOf(context, asked)
  if (question === 'not-permitted') {
    const catalogue = catalogueOf(context.registry)
    const indicator = catalogue.get(asked.indicator)
    const needed = (indicator ? permissionsOf(catalogue, indicator) : []).join(', ')
    throw new OpenDpfError('permission-denied', { params: { needed } })
  }
  if (typeof question === 'string') throw new OpenDpfError('not-found')
  if (!isCounted(question.indicator)) throw new OpenDpfError('invalid-request', { params: { what: 'indicator' } })
  return question as CountedQuestion
}

/** The questions that a figure is made of: itself, or the two parts of a rate. */
export function partsOf(context: Context, asked: FigureAsked): readonly Question[] {
  const question = questionOf(context, asked)
  if (typeof question === 'string') return []
  if (question.indicator.reading !== 'ratio') return [question]
  const { part, whole } = question.indicator as RatioIndicator
  return [part, whole].flatMap((indicator) => {
    const one = questionOf(context, { ...asked, indicator })
    return typeof one === 'string' ? [] : [one]
  })
}

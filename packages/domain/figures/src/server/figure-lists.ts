import { OpenDpfError } from '@opendpf/errors'
import type { ListQuery } from '@opendpf/kit'
import type { ListSource, SnapshotContext } from '@opendpf/kit/server'
import type { FigureAsked } from '../contract/index.js'
import { type CountedQuestion, listedRows, listQuestion } from '../reading/index.js'
import { askedSchema } from './asked-schema.js'

/**
 * The list behind a figure, for the read path.
 *
 * @throws OpenDpfError as {@link listQuestion}
 */
export function figureRows(context: SnapshotContext, asked: FigureAsked) {
  const question = listQuestion(context, asked)
  const { sql, parameters } = listedRows(context, question)
  return {
    record: question.indicator.lists,
    among: { sql, parameters },
    asOf: question.asOf,
    query: { filters: periodFilter(context, question) },
  }
}

/** The period of the figure as a filter of the list, where the date of its rows is a field of theirs: it says nothing new, and leads there. */
function periodFilter({ registry }: SnapshotContext, { indicator, about }: CountedQuestion): ListQuery['filters'] {
  const { kind, dateField, lists } = indicator
  const { from, to } = about
  if (kind !== 'flow' || from === undefined || dateField === undefined) return {}
  const { filters } = registry.record(lists).list
  return filters?.includes(dateField) ? { [dateField]: { from, to } } : {}
}

/** Lets the platform's exports take out the list behind a figure. */
export const figureLists: ListSource = {
  rows(context, asked) {
    const read = askedSchema.safeParse(asked)
    if (!read.success) throw new OpenDpfError('invalid-request', { params: { what: 'rows' } })
    return figureRows(context, read.data)
  },
}

import { OpenDpfError } from '@opendpf/errors'
import type { ListQuery } from '@opendpf/kit'
import type { ListSource, SnapshotContext } from '@opendpf/kit/server'
import type { FigureAsked } from '../contract/index.js'
import { type CountedQuestion, listedRows, listQuestion, openList } from '../reading/index.js'
import { askedSchema } from './asked-schema.js'

/**
 * The list behind a figure, for the read path: the rows, and the query that narrows them further.
 *
 * @throws OpenDpfError as {@link listQuestion}
 */
export async function figureRows(context: SnapshotContext, asked: FigureAsked) {
  const question = listQuestion(context, asked)
  const query = fieldsOf(context, question)
  const said = { days: Object.keys(query.filters).length > 0, place: query.within !== undefined }
  const list = await openList(context, question, said)
  return { record: question.indicator.lists, asOf: question.asOf, query, ...list }
}

/**
 * Period and place of the figure as the query of the list, where they are fields of its rows: an index leads to these, and to what a measure
 * answers none does.
 */
function fieldsOf(
  { registry }: SnapshotContext,
  { indicator, about }: CountedQuestion,
): Pick<ListQuery, 'filters' | 'within'> {
  const { kind, dateField, lists, isPlacedAsListed } = indicator
  const { from, to, place } = about
  const record = registry.record(lists)
  const hasDays =
    kind === 'flow' && from !== undefined && dateField !== undefined && record.list.filters?.includes(dateField)
  const hasPlace = isPlacedAsListed && place !== undefined && record.scope !== 'global'
  return { filters: hasDays ? { [dateField]: { from, to } } : {}, ...(hasPlace ? { within: place } : {}) }
}

/** Lets the platform's exports take out the list behind a figure. An export has a query of its own: all that is asked is said here. */
export const figureLists: ListSource = {
  rows(context, asked) {
    const read = askedSchema.safeParse(asked)
    if (!read.success) throw new OpenDpfError('invalid-request', { params: { what: 'rows' } })
    const question = listQuestion(context, read.data)
    const { sql, parameters } = listedRows(context, question)
    return { record: question.indicator.lists, among: { sql, parameters }, asOf: question.asOf }
  },
}

import { OpenDpfError } from '@opendpf/errors'
import type { ListSource, SnapshotContext } from '@opendpf/kit/server'
import type { FigureAsked } from '../contract/index.js'
import { listedRows, listQuestion } from '../reading/index.js'
import { askedSchema } from './asked-schema.js'

/**
 * The list behind a figure, for the read path.
 *
 * @throws OpenDpfError as {@link listQuestion}
 */
export function figureRows(context: SnapshotContext, asked: FigureAsked) {
  const question = listQuestion(context, asked)
  const { sql, parameters } = listedRows(context, question)
  return { record: question.indicator.lists, among: { sql, parameters }, asOf: question.asOf }
}

/** Lets the platform's exports take out the list behind a figure. */
export const figureLists: ListSource = {
  rows(context, asked) {
    const read = askedSchema.safeParse(asked)
    if (!read.success) throw new OpenDpfError('invalid-request', { params: { what: 'rows' } })
    return figureRows(context, read.data)
  },
}

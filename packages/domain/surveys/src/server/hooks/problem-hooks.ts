import type { RecordHooks } from '@opendpf/kit/server'
import { surveys } from '../../contract/index.js'

const { problem } = surveys.records

/** A problem is raised before it is answered, and neither is in the future. */
export const problemHooks: RecordHooks<typeof problem> = {
  prepare({ values, refuse }, { today }) {
    if (values.raisedOn > today) refuse('raisedOn', 'problem.problem.future')
    if (values.answeredOn === null) return
    if (values.answeredOn > today) refuse('answeredOn', 'problem.problem.future')
    if (values.answeredOn < values.raisedOn) refuse('answeredOn', 'problem.problem.early')
  },
}

import type { RecordHooks } from '@opendpf/kit/server'
import { surveys } from '../../contract/index.js'

const { assignment } = surveys.records

/** Whoever collects, and until when, may change until the campaign is closed. */
export const assignmentHooks: RecordHooks<typeof assignment> = {
  prepare({ before, values, refuse }) {
    if (before?.isClosed && (before.commissioner !== values.commissioner || before.dueOn !== values.dueOn))
      refuse('dueOn', 'assignment.problem.closed')
  },
}

import type { RecordHooks } from '@opendpf/kit/server'
import { surveys } from '../../contract/index.js'
import { followInterview } from './follow-interview.js'

const { recheck } = surveys.records

/** A record that was drawn has nothing to compare before it is asked again. */
export const recheckHooks: RecordHooks<typeof recheck> = {
  prepare({ values }) {
    values.answers ??= {}
    values.agreement ??= {}
    values.compared ??= 0
    values.agreed ??= 0
  },
  check: followInterview,
}

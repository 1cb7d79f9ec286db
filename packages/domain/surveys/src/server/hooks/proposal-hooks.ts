import type { RecordHooks } from '@opendpf/kit/server'
import { surveys } from '../../contract/index.js'
import { carryOut } from '../proposals/carry-out.js'
import { followInterview } from './follow-interview.js'

const { proposal } = surveys.records

/** Somebody decides on a day, and what is accepted is written into the register in the same transaction. */
export const proposalHooks: RecordHooks<typeof proposal> = {
  prepare({ values, verb }, { today }) {
    if (verb === 'accept' || verb === 'reject') values.decidedOn = today
  },
  check: followInterview,
  after: (changes, context) =>
    carryOut(
      changes.flatMap(({ before, row }) => (row?.state === 'accepted' && before?.state === 'open' ? [row] : [])),
      context,
    ),
}

import { readFigures } from '@opendpf/figures/reading'
import type { SnapshotContext } from '@opendpf/kit/server'
import { messageOf } from '@opendpf/messages'
import { addAmounts, planning } from '../contract/index.js'
import type { Counter } from './counted.js'

/** Counts what items ask for by the engine of figures, all at once; what it does not know it says why. */
export function counterFor(context: SnapshotContext): Counter {
  return async (questions) =>
    (await readFigures(context, questions)).map(({ value, unknownReason, isLevel }) => ({
      value: value === null ? null : addAmounts([value]),
      unknownReason:
        unknownReason === null ? null : messageOf(planning.messages, context.locale, `unknown.${unknownReason}`),
      isLevel,
    }))
}

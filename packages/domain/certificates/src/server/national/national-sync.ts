import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { certificates } from '../../contract/index.js'

type Case = RowOf<(typeof certificates.records)['case']>

/**
 * How cases reach the national system, which alone gives numbers. The shipped adapter exchanges files; one that calls a service queues a job
 * in `request` and hands what it hears to `takeAnswer`.
 */
export interface NationalSync {
  /** Asks for cases whose review is done, within the transaction of their step: they wait in `confirming` until they are answered. */
  request(cases: readonly Case[], context: ModuleContext): Promise<void>
}

/** What the national system says about one case. */
export type NationalAnswer =
  | { readonly result: 'confirmed'; readonly number: string; readonly issueDate: string | null }
  | { readonly result: 'rejected'; readonly reason: string }

/**
 * Takes an answer over: the case gets its number and may be printed, or goes back to its review with the reason.
 *
 * @throws OpenDpfError when the case does not wait for an answer, or the number is not one it can get
 */
export async function takeAnswer(
  { id, version }: Pick<Case, 'id' | 'version'>,
  answer: NationalAnswer,
  { write }: ModuleContext,
): Promise<void> {
  const step =
    answer.result === 'confirmed'
      ? {
          verb: 'confirmNumber',
          values: { number: answer.number, ...(answer.issueDate === null ? {} : { issueDate: answer.issueDate }) },
        }
      : { verb: 'returnByNational', values: { nationalNote: answer.reason, number: null } }
  await write.transition(certificates.records.case, { id, version, ...step })
}

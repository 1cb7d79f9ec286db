import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { certificates } from '../../contract/index.js'

const { submission } = certificates.records

/** Of a case that has ended no answer is waited for any more. */
export async function voidSubmissions(
  { id: ended }: Pick<RowOf<(typeof certificates.records)['case']>, 'id'>,
  { read, write }: ModuleContext,
): Promise<void> {
  const waiting = await read.many(submission, { application: ended, state: 'waiting' })
  if (waiting.length === 0) return
  await write.updateMany(
    submission,
    waiting.map(({ id, version }) => ({ id, version, values: { state: 'void' } })),
  )
}

import { OpenDpfError, problemOf } from '@opendpf/errors'
import type { OpenStep, PlacedRecord } from '@opendpf/kit'
import { permissionFor, personSteps, startsIn } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { dryRun } from '../write/transaction.js'
import type { Viewer } from './read-timeline.js'

/**
 * The steps that lead on from where a row stands: which of them this person may take, and why not the others. Asked on the write path,
 * so that what is said here is what a step would answer; the fields a step needs are not missing yet.
 */
export async function openSteps(
  record: PlacedRecord,
  id: string,
  { platform, actor, readPath, locale }: Viewer & { readonly locale: Locale },
): Promise<readonly OpenStep[]> {
  const { version, fields } = await readPath.one(record, id)
  const state = String(fields[record.workflow?.field ?? ''])
  const steps = personSteps(record).filter(([, step]) => startsIn(step, state))
  const allowed = steps.filter(([verb]) => actor.permissions.has(permissionFor(record, verb)))
  const problems = await dryRun(platform, { actor, locale }, async (write) => {
    const found = new Map<string, OpenStep['problems']>()
    for (const [verb] of allowed) {
      const change = { action: 'transition', id, version, verb, values: {}, isAsking: true } as const
      const [outcome] = await write.apply(record, [change], 'person')
      found.set(verb, outcome?.problems ?? [])
    }
    return found
  })
  const denied = (verb: string): OpenStep['problems'] => {
    const { code, detail } = problemOf(
      new OpenDpfError('permission-denied', { params: { needed: permissionFor(record, verb) } }),
      locale,
    )
    return [{ path: '', code, message: detail }]
  }
  return steps.map(([verb, { to }]) => {
    const found = problems.get(verb) ?? denied(verb)
    return { verb, to, isAllowed: found.length === 0, problems: found }
  })
}

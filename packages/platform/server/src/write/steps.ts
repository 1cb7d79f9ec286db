import { OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord, Transition } from '@opendpf/kit'
import type { Pending } from './draft.js'
import type { PrepareOptions } from './prepare-options.js'

/** A workflow step: the state must be one it starts from, the fields it needs must be filled, and its guard must not object. */
export async function checkStep(
  record: PlacedRecord,
  item: Pending,
  { platform, speech, context }: PrepareOptions,
): Promise<void> {
  const { verb, values } = item.draft
  if (item.draft.action !== 'transition') return
  const { workflow } = record
  const step = (workflow?.transitions as Readonly<Record<string, Transition>> | undefined)?.[verb ?? '']
  if (!workflow || !step) throw new OpenDpfError('invalid-request', { params: { what: verb ?? '' } })
  const own = values as Record<string, unknown>
  const title = platform.registry.text(record.module, speech.locale, `${record.name}.do.${verb}`)
  if (![step.from].flat().includes(String(own[workflow.field])))
    throw new OpenDpfError('wrong-state', { params: { step: title } })
  for (const field of step.requires ?? []) {
    if (own[field] === null || own[field] === undefined) item.problems.push(speech.own(record, field, 'requiredByStep'))
  }
  const guard = platform.servers.get(record.module)?.guards?.[`${record.name}.${verb}`]
  const objection = await guard?.(context(), { id: item.id, ...own })
  if (objection !== undefined) item.problems.push(speech.module(record, workflow.field, objection))
  own[workflow.field] = step.to
  if (step.emits && item.problems.length === 0) context().write.emit(`${record.module}.${step.emits}`, { id: item.id })
}

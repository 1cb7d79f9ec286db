import { OpenDpfError } from '@opendpf/errors'
import type { PlacedRecord, Transition } from '@opendpf/kit'
import { startsIn } from '@opendpf/kit'
import type { Guard, ModuleContext } from '@opendpf/kit/server'
import { rowsWithoutDocument } from '../documents/needed-documents.js'
import type { Pending } from './draft.js'
import { lastTakers } from './four-eyes.js'
import type { PrepareOptions } from './prepare-options.js'
import type { StoredChange } from './write-session.js'

/**
 * The steps of a batch: each must start in the row's state, be taken by somebody who did not take what it is kept apart from, and have
 * every guard's consent; only then do the fields count that it needs. A row that is refused stays as it is.
 */
export async function checkSteps(
  record: PlacedRecord,
  pending: readonly Pending[],
  options: PrepareOptions,
): Promise<void> {
  for (const item of pending) refuseMovedState(record, item)
  const steps = pending.flatMap((item) =>
    item.draft.action === 'transition' ? [{ item, step: stepOf(record, item.draft.verb, options) }] : [],
  )
  if (steps.length === 0) return
  const takers = await lastTakers(record, steps, options)
  const withoutDocument = await rowsWithoutDocument(record, steps, options.session)
  for (const { item, step } of steps) {
    checkState(record, item, step, options)
    if (item.refusal) continue
    const others = takers.get(item.id)
    const before = (step.notBy ?? []).find((verb) => others?.get(verb) === options.actor.id)
    if (before !== undefined) {
      refuseStep(record, item, options, 'another-person-required', { before: titleOf(record, before, options) })
      continue
    }
    await askGuards(record, item, step, options)
    if (withoutDocument.has(item.id)) requireDocument(record, item, step, options)
    if (!item.isAsking) requireFilled(record, item, step, options)
    if (record.workflow) (item.draft.values as Record<string, unknown>)[record.workflow.field] = step.to
  }
}

/** Puts the events of steps into the outbox, once they have been taken. */
export function emitSteps(record: PlacedRecord, changes: readonly StoredChange[], { write }: ModuleContext): void {
  for (const { action, row } of changes) {
    const emits = findStep(record, action)?.emits
    if (emits !== undefined && row) write.emit(`${record.module}.${emits}`, { id: row.id })
  }
}

function findStep({ workflow }: PlacedRecord, verb: string): Transition | undefined {
  const steps = (workflow?.transitions ?? {}) as Readonly<Record<string, Transition>>
  return Object.hasOwn(steps, verb) ? steps[verb] : undefined
}

function stepOf(record: PlacedRecord, verb = '', { origin }: PrepareOptions): Transition {
  const step = findStep(record, verb)
  if (!step || (origin === 'person' && step.by === 'system'))
    throw new OpenDpfError('invalid-request', { params: { what: verb } })
  return step
}

/** A state moves by steps alone, on every path: also a module's own code cannot write past a guard. */
function refuseMovedState({ workflow, ref }: PlacedRecord, { draft, before }: Pending): void {
  if (!workflow || draft.action !== 'update' || !before) return
  if ((draft.values as Record<string, unknown>)[workflow.field] !== before[workflow.field])
    throw new Error(`${ref}.${workflow.field} moves by steps alone`)
}

function checkState(record: PlacedRecord, item: Pending, step: Transition, options: PrepareOptions): void {
  const state = (item.draft.values as Record<string, unknown>)[record.workflow?.field ?? '']
  if (!startsIn(step, String(state))) refuseStep(record, item, options, 'wrong-state')
}

function refuseStep(
  record: PlacedRecord,
  item: Pending,
  options: PrepareOptions,
  code: 'wrong-state' | 'another-person-required',
  params: Readonly<Record<string, string>> = {},
): void {
  const step = titleOf(record, item.draft.verb ?? '', options)
  item.refusal = new OpenDpfError(code, { params: { step, ...params } })
  item.problems.push(options.speech.refusal(record.workflow?.field ?? '', item.refusal))
}

function titleOf(record: PlacedRecord, verb: string, { platform, speech }: PrepareOptions): string {
  const { registry } = platform
  if (verb === 'create') return speech.verb(verb)
  return registry.text(record.module, speech.locale, `${record.name}.do.${verb}`)
}

/** A guard that wrote would leave a trace of what it refused: in a bulk step the other rows are committed. */
const refusingWriter = new Proxy({} as ModuleContext['write'], {
  get: () => () => {
    throw new Error('a guard decides, and writes nothing')
  },
})

async function askGuards(
  record: PlacedRecord,
  item: Pending,
  step: Transition,
  { platform, speech, context }: PrepareOptions,
): Promise<void> {
  const deciders = platform.servers.get(record.module)?.guards as Readonly<Record<string, Guard>> | undefined
  for (const name of step.guards ?? []) {
    const decide = deciders?.[`${record.name}.${name}`]
    // refused, not skipped: a guard that nobody decides must not let a row through
    if (!decide) throw new Error(`nobody decides the guard "${name}" of ${record.ref}`)
    const answer = await decide(
      { ...context(), write: refusingWriter },
      { id: item.id, ...(item.draft.values as object) },
    )
    if (answer !== true)
      item.problems.push(speech.module(record, record.workflow?.field ?? '', `${record.name}.guard.${name}`, answer))
  }
}

function requireDocument(record: PlacedRecord, item: Pending, step: Transition, { platform, speech }: PrepareOptions) {
  const key = `${record.name}.document.${step.requiresDocument}`
  const document = platform.registry.text(record.module, speech.locale, key)
  item.problems.push(speech.own(record, record.workflow?.field ?? '', 'documentFirst', { document }))
}

function requireFilled(record: PlacedRecord, item: Pending, step: Transition, options: PrepareOptions): void {
  const values = item.draft.values as Record<string, unknown>
  for (const field of step.requires ?? [])
    if (values[field] === null || values[field] === undefined)
      item.problems.push(options.speech.own(record, field, 'requiredByStep'))
}

import { isOpenDpfError } from '@opendpf/errors'
import type { PlacedRecord, Transition } from '@opendpf/kit'
import { startsIn, stepsOf } from '@opendpf/kit'
import fc from 'fast-check'
import type { Sample } from '../../samples/index.js'
import type { Call } from '../../server/test-server.js'
import type { Report } from '../check.js'
import { addressOf, seen } from '../steps.js'
import type { Subject } from '../subject.js'
import { checkStanding, checkUntouched, readStanding, type Standing } from './standing.js'

const walks = 8
const length = 14

/** One try of a step: which of the possible ones, by whom, and whether where it starts or anywhere. */
interface Try {
  readonly pick: number
  readonly actor: 0 | 1
  readonly isLost: boolean
}

const tries = fc.array(
  fc.record({
    pick: fc.nat(1000),
    actor: fc.constantFrom(0 as const, 1 as const),
    isLost: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
  }),
  { minLength: length, maxLength: length },
)

/**
 * Tries steps at random on rows of a record, by two people and the system, most of them where they start: after each, the row stands
 * where the step leads or has not changed at all, its past is complete, and its periods fit its state. Two runs try the same.
 */
export async function walkWorkflow(record: PlacedRecord, subject: Subject, report: Report): Promise<void> {
  const people = ['walker-1', 'walker-2'].map((id) => ({ id, call: subject.server.as({ id, at: 'all' }) }))
  for (const walk of fc.sample(tries, { numRuns: walks, seed: 990_121 })) {
    const sample = await subject.sampler.make(record)
    const takers = new Map<string, string>([['create', 'sampler']])
    for (const one of walk) {
      const before = await readStanding(record, subject, sample.id)
      const found = choose(record, before, one)
      if (!found) break
      const [verb, step] = found
      const person = step.by === 'system' ? undefined : people[one.actor]
      const where = `${record.ref}.do.${verb}`
      const result = person
        ? await takeAsPerson(person.call, { record, sample, verb, step, version: before.version }, subject)
        : await takeAsSystem({ record, sample, verb, step, version: before.version }, subject)
      const after = await readStanding(record, subject, sample.id)
      if (result === 'taken') {
        const kept = (step.notBy ?? []).find((other) => takers.get(other) === person?.id)
        if (kept !== undefined) report(where, `was taken by the person who took "${kept}"`)
        if (after.state !== step.to) report(where, `led to "${after.state}" instead of "${step.to}"`)
        if (after.version <= before.version) report(where, 'left no version behind')
        takers.set(verb, person?.id ?? 'system')
      } else {
        if (result !== 'refused') report(where, result)
        checkUntouched(before, after, (problem) => report(where, problem))
      }
      checkStanding(record, after, (problem) => report(where, problem))
    }
  }
}

interface Step {
  readonly record: PlacedRecord
  readonly sample: Sample
  readonly verb: string
  readonly step: Transition
  readonly version: number
}

function choose(record: PlacedRecord, { state }: Standing, { pick, isLost }: Try) {
  const all = stepsOf(record)
  const open = all.filter(([, step]) => startsIn(step, state))
  const from = isLost ? all : open
  return from[pick % Math.max(from.length, 1)]
}

const refusals = new Set([403, 409, 422])

async function takeAsPerson(
  call: Call,
  { record, sample, verb, step, version }: Step,
  subject: Subject,
): Promise<'taken' | 'refused' | (string & {})> {
  const address = addressOf(subject, record, sample.id, 'do', verb)
  const { status } = await call('POST', address, filling(step, sample), seen(version))
  if (status === 200) return 'taken'
  return refusals.has(status) ? 'refused' : `answers ${status} to a step`
}

async function takeAsSystem({ record, sample, verb, step, version }: Step, subject: Subject) {
  try {
    await subject.server.write(({ write }) =>
      write.transition(record, { id: sample.id, version, verb, values: filling(step, sample) }),
    )
    return 'taken'
  } catch (error) {
    if (isOpenDpfError(error) && refusals.has(error.status)) return 'refused'
    throw error
  }
}

/** The fields that a step asks for, as the row was made with them. */
function filling({ requires = [] }: Transition, { values }: Sample): Readonly<Record<string, unknown>> {
  return Object.fromEntries(requires.flatMap((field) => (values[field] == null ? [] : [[field, values[field]]])))
}

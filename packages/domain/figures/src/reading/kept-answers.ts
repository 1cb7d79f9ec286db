import type { Registry } from '@opendpf/kit'
import type { RecordStates } from '@opendpf/kit/server'
import type { Stale } from './differences.js'
import { type Context, type Counted, type CountedQuestion, rowsOf } from './measured-rows.js'
import { readableNames, recordsIn } from './records-read.js'

/** So many answers are kept; the ones that were not asked for longest go first. */
const keptAtMost = 50_000

// the registry is one per deployment: answers of another database are never found
const memories = new WeakMap<Registry, Map<string, Stale>>()

/** Answers of this process to questions that were asked before, with the state of the records that they were counted from. */
export interface KeptAnswers {
  /** What is known without counting. */
  readonly known: ReadonlyMap<CountedQuestion, Counted>
  /** What held in a state that is past, and the state of now; undefined where nothing is known of states. */
  readonly stale: ReadonlyMap<CountedQuestion, Stale>
  readonly states: RecordStates | undefined
  /** Whether the records of a question are still in the state that they were in. */
  isSteady(questions: Iterable<CountedQuestion>): Promise<boolean>
  /** Keeps answers that were counted since, unless something was changed while they were counted. */
  keep(answers: ReadonlyMap<CountedQuestion, Counted>): Promise<void>
}

/**
 * Looks for answers that hold: those whose records, in the county of whoever asks, are in the state that they were counted in. The state
 * is read in the transaction of the question, so that an answer is never of another moment.
 */
export async function keptAnswers(context: Context, questions: readonly CountedQuestion[]): Promise<KeptAnswers> {
  const { registry } = context
  const memory = memories.get(registry) ?? new Map<string, Stale>()
  memories.set(registry, memory)
  const states = await context.states()
  const names = states ? await readableNames(context) : new Set<string>()
  const stateOf = ({ name }: CountedQuestion, { of }: RecordStates): string | undefined => {
    const records = recordsOf(context, name, names)
    return records && of(records)
  }
  const known = new Map<CountedQuestion, Counted>()
  const stale = new Map<CountedQuestion, Stale>()
  if (states)
    for (const question of questions) {
      const key = keyOf(context, question)
      const kept = memory.get(key)
      const state = kept && stateOf(question, states)
      if (!kept || state === undefined) continue
      if (kept.state !== state) {
        stale.set(question, kept)
        continue
      }
      known.set(question, kept.answer)
      // what was asked for last is last to go
      memory.delete(key)
      memory.set(key, kept)
    }
  return {
    known,
    stale,
    states,
    async isSteady(those) {
      const after = await context.states()
      return [...those].every((one) => states && after && stateOf(one, states) === stateOf(one, after))
    },
    async keep(answers) {
      const after = states && answers.size > 0 ? await context.states() : undefined
      if (!states || !after) return
      for (const [question, answer] of answers) {
        const state = stateOf(question, states)
        if (state === undefined || state !== stateOf(question, after)) continue
        memory.set(keyOf(context, question), { state, answer })
      }
      for (const key of memory.keys()) {
        if (memory.size <= keptAtMost) break
        memory.delete(key)
      }
    },
  }
}

/** The question in full, with the territory whose rows are in sight. */
function keyOf({ actor: { scope } }: Context, { name, about, by, asOf }: CountedQuestion): string {
  const sight = scope.level === 'all' ? '' : scope.code
  return JSON.stringify([name, about.from, about.to, about.division, about.filters, by, asOf, scope.level, sight])
}

const reads = new WeakMap<Registry, Map<string, readonly string[] | undefined>>()

/** The records that an indicator is counted from, read once from its statement. */
function recordsOf(context: Context, name: string, names: ReadonlySet<string>): readonly string[] | undefined {
  const { registry } = context
  const memory = reads.get(registry) ?? new Map<string, readonly string[] | undefined>()
  reads.set(registry, memory)
  if (!memory.has(name))
    memory.set(name, recordsIn(registry, rowsOf(context, { name, to: context.today }).compiled.sql, names))
  return memory.get(name)
}

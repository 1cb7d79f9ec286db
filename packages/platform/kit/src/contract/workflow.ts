/** One named step a person can take. The verb is what permissions, audit entries and events hang on. */
export interface Transition<State extends string = string> {
  readonly from: State | readonly State[]
  readonly to: State
  /** Fields of the record that must be filled before the step. */
  readonly requires?: readonly string[]
  /** Event of the module, put in the outbox with the change. */
  readonly emits?: string
}

/** States and steps of a record, as data: the server enforces them on every path, and tools can draw them. */
export interface Workflow<Field extends string = string, Verb extends string = string> {
  /** A `choice` field of the record. No form and no import ever sets it. */
  readonly field: Field
  readonly initial: string
  readonly final: readonly string[]
  readonly transitions: { readonly [V in Verb]: Transition }
}

/** What is wrong with a graph: unreachable states, dead ends, states that do not exist. Empty when it is sound. */
export function inspectWorkflow(workflow: Workflow, states: readonly string[]): readonly string[] {
  const findings: string[] = []
  const steps = Object.entries<Transition>(workflow.transitions)
  const known = new Set(states)
  for (const [verb, { from, to }] of steps) {
    for (const state of [from, to].flat()) if (!known.has(state)) findings.push(`${verb}: no state "${state}"`)
  }
  const reached = closure([workflow.initial], (state) =>
    steps.filter(([, step]) => [step.from].flat().includes(state)).map(([, step]) => step.to),
  )
  const canEnd = closure(workflow.final, (state) =>
    steps.filter(([, step]) => step.to === state).flatMap(([, step]) => [step.from].flat()),
  )
  for (const state of states) {
    if (!reached.has(state)) findings.push(`"${state}" cannot be reached`)
    else if (!canEnd.has(state)) findings.push(`"${state}" is a dead end`)
  }
  for (const state of workflow.final) {
    if (steps.some(([, step]) => [step.from].flat().includes(state))) findings.push(`"${state}" is final but has steps`)
  }
  return findings
}

function closure(start: readonly string[], next: (state: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(start)
  for (const state of seen) for (const other of next(state)) seen.add(other)
  return seen
}

import { inspectClocks } from './inspect-clocks.js'
import type { Transition, Workflow } from './workflow.js'
import { startsIn } from './workflow.js'

/**
 * What is wrong with a workflow, in words; empty when it is sound. Every state is reached and leads to an end, every wait has an owner,
 * a clock or an explicit none and a way out, clocks run in states that exist, and their escapes start there.
 *
 * @param states the values of the workflow's field
 */
export function inspectWorkflow(workflow: Workflow, states: readonly string[]): readonly string[] {
  return [
    ...inspectGraph(workflow, states),
    ...inspectSteps(workflow),
    ...inspectWaits(workflow, states),
    ...inspectClocks(workflow, states),
  ]
}

function inspectGraph(workflow: Workflow, states: readonly string[]): readonly string[] {
  const steps = Object.entries<Transition>(workflow.transitions)
  const known = new Set(states)
  const findings = steps.flatMap(([verb, { from, to }]) =>
    [from, to].flat().flatMap((state) => (known.has(state) ? [] : [`${verb}: no state "${state}"`])),
  )
  const reached = closure([workflow.initial], (state) =>
    steps.filter(([, step]) => startsIn(step, state)).map(([, step]) => step.to),
  )
  const canEnd = closure(workflow.final, (state) =>
    steps.filter(([, step]) => step.to === state).flatMap(([, step]) => [step.from].flat()),
  )
  for (const state of states) {
    if (!reached.has(state)) findings.push(`"${state}" cannot be reached`)
    else if (!canEnd.has(state)) findings.push(`"${state}" is a dead end`)
  }
  for (const state of workflow.final) {
    if (steps.some(([, step]) => startsIn(step, state))) findings.push(`"${state}" is final but has steps`)
  }
  return findings
}

function inspectSteps({ transitions }: Workflow): readonly string[] {
  return Object.entries<Transition>(transitions).flatMap(([verb, { by, notBy = [] }]) => [
    ...notBy.flatMap((other) =>
      other === 'create' || other in transitions ? [] : [`${verb}: notBy names "${other}", which is no step`],
    ),
    ...(by === 'system' && notBy.length > 0 ? [`${verb}: a step of the system is not taken by a person`] : []),
  ])
}

function inspectWaits(workflow: Workflow, states: readonly string[]): readonly string[] {
  const { waits = {}, transitions, clocks = {}, final } = workflow
  const findings: string[] = []
  for (const state of Object.keys(waits)) {
    if (!states.includes(state)) findings.push(`waits: no state "${state}"`)
    else if (final.includes(state)) findings.push(`waits: "${state}" is final, nothing waits there`)
  }
  for (const state of states) {
    if (final.includes(state)) continue
    const wait = waits[state]
    if (!wait) {
      findings.push(`"${state}" waits without an owner`)
      continue
    }
    const step = (transitions as Readonly<Record<string, Transition>>)[wait.escape]
    if (!step || !startsIn(step, state)) findings.push(`"${state}": its escape "${wait.escape}" does not start there`)
    if (wait.clock === undefined) findings.push(`"${state}" says neither which clock runs nor that none does`)
    else if (wait.clock !== null) {
      const clock = clocks[wait.clock]
      if (!clock) findings.push(`"${state}": no clock "${wait.clock}"`)
      else if (!clock.runs.includes(state) && !(state in (clock.paused ?? {})))
        findings.push(`"${state}": the clock "${wait.clock}" does not run there`)
    }
  }
  return findings
}

function closure(start: readonly string[], next: (state: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(start)
  for (const state of seen) for (const other of next(state)) seen.add(other)
  return seen
}

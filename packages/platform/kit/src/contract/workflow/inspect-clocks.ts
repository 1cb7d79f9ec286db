import type { Transition, Workflow } from './workflow.js'
import { startsIn } from './workflow.js'
import type { TimeLimit, WorkflowClock } from './workflow-clock.js'

/** What is wrong with the clocks of a workflow, in words. */
export function inspectClocks(
  { clocks = {}, transitions, final }: Workflow,
  states: readonly string[],
): readonly string[] {
  return Object.entries<WorkflowClock>(clocks).flatMap(([name, clock]) => {
    const findings: string[] = []
    const paused = Object.keys(clock.paused ?? {})
    if (clock.runs.length === 0) findings.push(`the clock "${name}" never runs`)
    for (const state of [...clock.runs, ...paused]) {
      if (!states.includes(state)) findings.push(`the clock "${name}": no state "${state}"`)
      else if (final.includes(state)) findings.push(`the clock "${name}" never ends: "${state}" is final`)
    }
    for (const state of paused)
      if (clock.runs.includes(state)) findings.push(`the clock "${name}" runs and is paused in "${state}"`)
    for (const { statutory, promised } of [clock, ...Object.values(clock.vary?.limits ?? {})])
      for (const limit of [statutory, promised])
        if (limit && !isPeriod(limit)) findings.push(`the clock "${name}" has a limit that is no period`)
    if (clock.isWindow && clock.escape !== undefined)
      findings.push(`the clock "${name}" is a window and has an escape: nothing is done when it ends`)
    if (clock.remind !== undefined && !isCount(clock.remind))
      findings.push(`the clock "${name}" reminds on no day: ${clock.remind}`)
    if (clock.escape === undefined) return findings
    const step = (transitions as Readonly<Record<string, Transition>>)[clock.escape]
    if (step?.by !== 'system')
      findings.push(`the clock "${name}": its escape "${clock.escape}" is no step of the system`)
    for (const state of clock.runs)
      if (step && !startsIn(step, state))
        findings.push(`the clock "${name}": its escape "${clock.escape}" does not start in "${state}"`)
    return findings
  })
}

function isPeriod(limit: TimeLimit): boolean {
  return isCount(Object.values(limit)[0])
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 0
}

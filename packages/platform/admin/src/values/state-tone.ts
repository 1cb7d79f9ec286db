import type { Workflow } from '@opendpf/kit'
import type { ChipTone } from '../components/chip.js'

/** How a state of a workflow looks: its beginning, its ends, and all between. */
export function toneOf(workflow: Workflow, state: string): ChipTone {
  if (state === workflow.initial) return 'start'
  return workflow.final.includes(state) ? 'done' : 'active'
}

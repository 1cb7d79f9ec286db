import type { PlacedRecord, Registry } from '../contract/index.js'
import { permissionFor, personSteps, startsIn } from '../contract/index.js'
import type { AdminContribution } from './contribution.js'
import type { Desk } from './desk.js'

/** A desk whose record has been found. */
export interface PlacedDesk extends Desk {
  readonly module: string
  readonly name: string
  readonly placed: PlacedRecord
}

/** Every desk of the app. One that names no record with a workflow, or a state or step that it has not, throws. */
export function desksOf(contributions: readonly AdminContribution[], registry: Registry): readonly PlacedDesk[] {
  return contributions.flatMap(({ module, desks = {} }) =>
    Object.entries(desks).map(([name, desk]) => {
      const placed = registry.record(`${module.id}.${desk.record}`)
      const strange =
        desk.states.find((state) => placed.workflow?.waits[state] === undefined) ??
        [...(desk.together ?? []), ...(desk.steps ?? [])].find(
          (verb) => !personSteps(placed).some(([known]) => known === verb),
        )
      if (strange !== undefined) throw new Error(`the desk ${module.id}.${name} names "${strange}", which is not there`)
      return { ...desk, module: module.id, name, placed }
    }),
  )
}

/** A desk is for whoever may read its rows and take one of its steps. */
export function maySitAt({ placed, states, steps }: PlacedDesk, can: (permission: string) => boolean): boolean {
  return (
    can(permissionFor(placed, 'read')) &&
    personSteps(placed).some(
      ([verb, step]) =>
        (steps?.includes(verb) ?? states.some((state) => startsIn(step, state))) && can(permissionFor(placed, verb)),
    )
  )
}

/** Where a desk stands. */
export function deskHref({ module, name }: Pick<PlacedDesk, 'module' | 'name'>): string {
  return `/d/${module}/${name}`
}

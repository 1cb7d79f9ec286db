import type { RowOf } from '@opendpf/kit'
import { startsIn, stepsOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { type NamedProgramme, programmes } from '../../contract/index.js'
import { needsNoNotice, programmeOf } from './guards.js'

const { application } = programmes.records
type Application = RowOf<typeof application>

/** What happened to an application, as hooks are told. */
export interface ApplicationChange {
  readonly before: Application | undefined
  readonly row: Application | undefined
}

/** Leads applications past the stages that their programme does not have, as the system, in the transaction of the step before. */
export async function passOver(changes: readonly ApplicationChange[], context: ModuleContext): Promise<void> {
  const moved = changes.flatMap(({ before, row }) => (row && before && before.state !== row.state ? [row] : []))
  const byVerb = new Map<string, Application[]>()
  for (const row of moved) {
    const verb = await passOverOf(row, context)
    if (verb !== undefined) byVerb.set(verb, [...(byVerb.get(verb) ?? []), row])
  }
  for (const [verb, rows] of byVerb)
    await context.write.transitionMany(
      application,
      verb,
      rows.map(({ id, version }) => ({ id, version, values: {} })),
    )
}

type Decide = (programme: NamedProgramme) => boolean

/** The step past each stage, and which programmes take it. */
const passOvers: Readonly<Record<string, readonly [verb: string, isTaken: Decide]>> = {
  surveying: ['passOverSurvey', ({ steps }) => steps.survey === undefined],
  village: ['passOverVillage', ({ steps }) => steps.village !== true],
  town: ['passOverTown', ({ steps }) => steps.town !== true],
  department: ['passOverDepartment', ({ steps }) => steps.department === undefined],
  decision: ['followDepartment', ({ steps }) => steps.department?.decides === true],
}

async function passOverOf(row: Application, context: ModuleContext): Promise<string | undefined> {
  if (row.state === 'notice') return (await needsNoNotice(context, row)) ? 'passOverNotice' : undefined
  const found = passOvers[row.state]
  return found?.[1](programmeOf(context, row.programme)) === true ? found[0] : undefined
}

/** Takes a step of the system on an application if it starts where the application stands now. */
export async function stepIfPossible(
  { write }: Pick<ModuleContext, 'write'>,
  row: Application,
  verb: string,
  values: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const step = stepsOf(application).find(([name]) => name === verb)?.[1]
  if (!step || !startsIn(step, row.state)) return
  await write.transition(application, { id: row.id, version: row.version, verb, values })
}

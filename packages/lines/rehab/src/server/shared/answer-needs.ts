import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { rehabNeeds } from '../../contract/index.js'
import { type Need, needsOf } from './needs-of.js'

const answered: readonly string[] = rehabNeeds

/** A row on its way that answers a need of somebody. */
interface Answering {
  readonly action: string
  readonly values: { readonly need: string | null }
  refuse(field: 'need', message: string, params?: Readonly<Record<string, string>>): void
}

/** Who is served, and on which day. */
interface Served {
  readonly person: string | undefined
  readonly on: string
}

/**
 * Only a need that was open on the day is answered: one of the same person, of a kind that rehabilitation answers, raised by then. What is
 * changed or moved later is left alone.
 */
export async function refuseUnneeded<Draft extends Answering>(
  drafts: readonly Draft[],
  served: (draft: Draft) => Served,
  record: string,
  context: Pick<ModuleContext, 'read'>,
): Promise<void> {
  const made = drafts.filter(({ action }) => action === 'create')
  const known = new Map(
    (
      await needsOf(
        made.flatMap(({ values }) => values.need ?? []),
        context,
      )
    ).map((row) => [row.id, row]),
  )
  for (const draft of made) {
    const need = known.get(draft.values.need ?? '')
    if (!need) continue
    const { person, on } = served(draft)
    if (need.person !== person) draft.refuse('need', `${record}.problem.needOther`)
    else if (!answered.includes(need.kind)) draft.refuse('need', `${record}.problem.needKind`)
    else if (!isOpenOn(need, on)) draft.refuse('need', `${record}.problem.needClosed`, { on })
    else if (need.raisedOn > on) draft.refuse('need', `${record}.problem.beforeNeed`, { raisedOn: need.raisedOn })
  }
}

/** A service that is entered late may be from before the day on which the need was met. */
function isOpenOn({ state, metOn }: Need, day: string): boolean {
  return state === 'open' || (state === 'met' && metOn !== null && metOn >= day)
}

/** Closes needs as met on the day of what met them, the latest where there are several. */
export async function meetNeeds(
  met: readonly { readonly need: string; readonly on: string }[],
  context: Pick<ModuleContext, 'read' | 'write'>,
): Promise<void> {
  const days = new Map<string, string>()
  for (const { need, on } of met) if ((days.get(need) ?? '') < on) days.set(need, on)
  const open = (await needsOf([...days.keys()], context)).filter(({ state }) => state === 'open')
  if (open.length === 0) return
  await context.write.transitionMany(
    persons.records.need,
    'meet',
    open.map(({ id, version }) => ({ id, version, values: { metOn: days.get(id) ?? null } })),
  )
}

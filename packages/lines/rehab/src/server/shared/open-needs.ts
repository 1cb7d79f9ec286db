import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { rehabNeeds } from '../../contract/index.js'

const { need } = persons.records

interface Asked {
  readonly person: string
  /** The day on which it has to have been raised. */
  readonly on: string
  readonly kind?: (typeof rehabNeeds)[number]
}

/** A need of somebody that rehabilitation answers and that was raised by a day: the oldest that is open. */
export async function openNeedOf(
  { person, on, kind }: Asked,
  { read }: Pick<ModuleContext, 'read'>,
): Promise<RowOf<typeof need> | undefined> {
  const open = await read.many(need, { person, kind: kind ?? [...rehabNeeds], state: 'open' })
  return open
    .filter(({ raisedOn }) => raisedOn <= on)
    .toSorted((one, other) => one.raisedOn.localeCompare(other.raisedOn))
    .at(0)
}

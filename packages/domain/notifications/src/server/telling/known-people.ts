import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { notifications } from '../../contract/index.js'

const { person, guardian } = persons.records
const { contact } = notifications.records

export type Person = RowOf<typeof person>
export type Guardian = RowOf<typeof guardian>
export type Contact = RowOf<typeof contact>

/** Who people are, who acts for them today, and how they want to be told: four queries, however many there are. */
export interface KnownPeople {
  readonly persons: ReadonlyMap<string, Person>
  readonly guardians: ReadonlyMap<string, readonly Guardian[]>
  readonly contacts: ReadonlyMap<string, Contact>
}

export async function knownPeople(
  ids: readonly string[],
  { read, today }: Pick<ModuleContext, 'read' | 'today'>,
): Promise<KnownPeople> {
  if (ids.length === 0) return { persons: new Map(), guardians: new Map(), contacts: new Map() }
  const guardians = (await read.many(guardian, { person: ids })).filter(
    ({ since, until }) => since <= today && (until === null || until >= today),
  )
  const all = [...new Set([...ids, ...guardians.flatMap(({ guardianPerson }) => guardianPerson ?? [])])]
  return {
    persons: new Map((await read.many(person, { id: all })).map((row) => [row.id, row])),
    guardians: Map.groupBy(guardians, (row) => row.person),
    contacts: new Map((await read.many(contact, { person: all })).map((row) => [row.person, row])),
  }
}

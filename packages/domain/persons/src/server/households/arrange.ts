import { OpenDpfError } from '@opendpf/errors'
import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '../../contract/index.js'
import type { Refuser } from '../refusal.js'
import { headRelation } from './membership.js'

const { household, member } = persons.records

export type HouseholdRow = RowOf<typeof household>
export type MemberRow = RowOf<typeof member>

/** What every household operation works with. */
export interface Arranging {
  readonly context: ModuleContext
  readonly refuse: Refuser
}

/** A household that still exists, at the version that was seen. */
export async function householdAt(
  id: string,
  version: number | undefined,
  { context }: Arranging,
): Promise<HouseholdRow> {
  const row = await context.read.one(household, id)
  if (!row || row.endedOn !== null) throw new OpenDpfError('not-found')
  if (version !== undefined && row.version !== version) throw new OpenDpfError('version-conflict')
  return row
}

/** The current members of a household. */
export function membersOf(id: string, { context }: Arranging): Promise<readonly MemberRow[]> {
  return context.read.many(member, { household: id, until: null })
}

/** Ends memberships on a day. */
export async function leave(members: readonly MemberRow[], on: string, { context }: Arranging): Promise<void> {
  await context.write.updateMany(
    member,
    members.map(({ id, version }) => ({ id, version, values: { until: on } })),
  )
}

/** Lets persons join a household from a day on. */
export async function join(
  id: string,
  joining: readonly { readonly person: string; readonly relation: string }[],
  on: string,
  { context }: Arranging,
): Promise<void> {
  await context.write.createMany(
    member,
    joining.map(({ person, relation }) => ({ household: id, person, relation, since: on, until: null })),
  )
}

/**
 * Makes a member the head of those who stay or come, in one step: relations are told to the head, so everybody's may change.
 * `relations` gives them by membership; who is not named keeps the present one.
 */
export async function changeHead(
  members: readonly MemberRow[],
  head: string,
  relations: Readonly<Record<string, string>>,
  { context, refuse }: Arranging,
): Promise<void> {
  const changes = members.map((row) => ({
    row,
    relation: row.id === head ? headRelation : (relations[row.id] ?? row.relation),
  }))
  if (!changes.some(({ row }) => row.id === head)) refuse('head', 'household.problem.notMember')
  const second = changes.find(({ row, relation }) => row.id !== head && relation === headRelation)
  if (second) refuse(`relations.${second.row.id}`, 'household.problem.relationNeeded')
  await context.write.updateMany(
    member,
    changes.map(({ row, relation }) => ({ id: row.id, version: row.version, values: { relation } })),
  )
}

/** Closes a household that nobody belongs to any more; its history stays. */
export async function endHousehold(id: string, on: string, arranging: Arranging): Promise<void> {
  const row = await householdAt(id, undefined, arranging)
  await arranging.context.write.update(household, { id, version: row.version, values: { endedOn: on } })
}

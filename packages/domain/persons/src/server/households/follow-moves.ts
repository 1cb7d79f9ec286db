import type { RowOf } from '@opendpf/kit'
import type { Draft, ModuleContext } from '@opendpf/kit/server'
import { countyOf } from '@opendpf/standards'
import { persons } from '../../contract/index.js'
import { headRelation } from './membership.js'

const { person, household, member } = persons.records
type Member = RowOf<typeof member>

/** What becomes of the households of persons whose household register goes to another county. */
interface Leaving {
  /** Memberships that end with the move. */
  readonly members: readonly Member[]
  /** Memberships of heads: as long as others stay, somebody has to be the head, and only people can say who. */
  readonly heads: readonly Member[]
  /** Households that nobody belongs to afterwards. */
  readonly emptied: readonly RowOf<typeof household>[]
  readonly nameOf: ReadonlyMap<string, string>
}

/** Says to whoever moves somebody to another county that the person leaves the household there. */
export async function warnOfLeaving(
  drafts: readonly Draft<typeof person>[],
  context: Pick<ModuleContext, 'read'>,
): Promise<void> {
  const moved = new Map(
    drafts.flatMap((draft) =>
      draft.before && isMove(draft.before.division, draft.values.division) ? [[draft.before.id, draft] as const] : [],
    ),
  )
  if (moved.size === 0) return
  const { members, heads, nameOf } = await leavingOf(
    new Map([...moved].map(([id, { values }]) => [id, values.division])),
    context,
  )
  const say = (row: Member, key: string): void =>
    moved.get(row.person)?.warn('division', key, { head: nameOf.get(row.household) ?? '' })
  for (const row of members) say(row, 'person.move.leavesHousehold')
  for (const row of heads) say(row, 'person.move.isHead')
}

/** Ends the memberships of who has moved to another county, and households that nobody belongs to any more. */
export async function leaveHouseholds(
  changes: readonly {
    readonly before: RowOf<typeof person> | undefined
    readonly row: RowOf<typeof person> | undefined
  }[],
  context: ModuleContext,
): Promise<void> {
  const moved = new Map(
    changes.flatMap(({ before, row }) =>
      before && row && isMove(before.division, row.division) ? [[row.id, row.division ?? ''] as const] : [],
    ),
  )
  if (moved.size === 0) return
  const { members, emptied } = await leavingOf(moved, context)
  const { today, write, read } = context
  if (members.length > 0)
    await write.updateMany(
      member,
      members.map(({ id, version }) => ({ id, version, values: { until: today } })),
    )
  if (emptied.length === 0) return
  // their marks were computed anew when the memberships ended
  const now = await read.many(household, { id: emptied.map(({ id }) => id) })
  await write.updateMany(
    household,
    now.map(({ id, version }) => ({ id, version, values: { endedOn: today } })),
  )
}

function isMove(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && countyOf(from) !== countyOf(to)
}

async function leavingOf(moved: ReadonlyMap<string, string>, { read }: Pick<ModuleContext, 'read'>): Promise<Leaving> {
  const own = await read.many(member, { person: [...moved.keys()], until: null })
  const houses = await read.many(household, { id: [...new Set(own.map((row) => row.household))] })
  const byId = new Map(houses.map((row) => [row.id, row]))
  const left = own.filter((row) => {
    const house = byId.get(row.household)
    return house !== undefined && isMove(house.division, moved.get(row.person) ?? null)
  })
  const everybody = await read.many(member, { household: [...new Set(left.map((row) => row.household))], until: null })
  const leaving = new Set(left.map(({ id }) => id))
  const stays = new Set(everybody.filter(({ id }) => !leaving.has(id)).map((row) => row.household))
  const isNeeded = (row: Member): boolean => row.relation === headRelation && stays.has(row.household)
  return {
    members: left.filter((row) => !isNeeded(row)),
    heads: left.filter(isNeeded),
    emptied: houses.filter(({ id }) => left.some((row) => row.household === id) && !stays.has(id)),
    nameOf: new Map(houses.map(({ id, headName }) => [id, headName])),
  }
}

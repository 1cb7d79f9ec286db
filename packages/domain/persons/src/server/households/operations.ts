import { familyRelations, isIsoDate } from '@opendpf/standards'
import * as z from 'zod'
import { persons } from '../../contract/index.js'
import type { Arranging, HouseholdRow, MemberRow } from './arrange.js'
import { changeHead, endHousehold, householdAt, join, leave, membersOf } from './arrange.js'
import { headRelation } from './membership.js'

const id = z.string().min(1).max(36)
const day = z.string().refine((value) => isIsoDate(value), { params: { key: 'date' } })
const relation = z.enum(familyRelations.codes)
const relations = z.record(id, relation)

/** 分户: some members found a household of their own. Members are named by their memberships. */
export const splitBody = z.strictObject({
  members: z.array(id).min(1).max(100),
  head: id,
  relations: relations.default({}),
  /** When the head leaves: who is the head of those who stay, and how the others are related. */
  stayingHead: id.optional(),
  stayingRelations: relations.default({}),
  division: z.string().optional(),
  address: z.string().max(200).optional(),
  on: day,
})

/** 并户: another household's members join this one, which keeps its head. */
export const mergeBody = z.strictObject({ other: id, relations, on: day })

/** 迁移成员: one member goes to another household. */
export const moveMemberBody = z.strictObject({
  member: id,
  to: id,
  relation,
  stayingHead: id.optional(),
  stayingRelations: relations.default({}),
  on: day,
})

/** 变更户主. */
export const changeHeadBody = z.strictObject({ head: id, relations: relations.default({}) })

/** Splits a household; answers the id of the new one. */
export async function split(
  from: HouseholdRow,
  body: z.output<typeof splitBody>,
  arranging: Arranging,
): Promise<string> {
  const { context, refuse } = arranging
  const members = await membersOf(from.id, arranging)
  const leaving = body.members.map((own) => memberIn(members, own, 'members', arranging))
  const staying = members.filter((row) => !leaving.includes(row))
  if (staying.length === 0) refuse('members', 'household.problem.emptySplit')
  const head = leaving.find((row) => row.id === body.head) ?? refuse('head', 'household.problem.headNotChosen')
  const joining = leaving.map((row) => ({
    person: row.person,
    relation: row === head ? headRelation : relationOf(row, body.relations, arranging),
  }))
  await leaveWithHead(leaving, staying, body, arranging)
  const name = (await context.read.one(persons.records.person, head.person))?.name ?? from.headName
  const created = await context.write.create(persons.records.household, {
    headName: name,
    division: body.division ?? from.division,
    address: body.address ?? (body.division === undefined ? from.address : null),
  })
  await join(created.id, joining, body.on, arranging)
  return created.id
}

/** Joins another household to this one and closes the other. */
export async function mergeHouseholds(
  into: HouseholdRow,
  body: z.output<typeof mergeBody>,
  arranging: Arranging,
): Promise<string> {
  if (body.other === into.id) arranging.refuse('other', 'household.problem.sameHousehold')
  const other = await householdAt(body.other, undefined, arranging)
  const members = await membersOf(other.id, arranging)
  const joining = members.map((row) => ({
    person: row.person,
    relation: relationOf(row, body.relations, arranging, true),
  }))
  await leave(members, body.on, arranging)
  await join(into.id, joining, body.on, arranging)
  await endHousehold(other.id, body.on, arranging)
  return into.id
}

/** Moves one member to another household; a household that is left empty ends. */
export async function moveMember(
  from: HouseholdRow,
  body: z.output<typeof moveMemberBody>,
  arranging: Arranging,
): Promise<string> {
  if (body.to === from.id) arranging.refuse('to', 'household.problem.sameHousehold')
  const target = await householdAt(body.to, undefined, arranging)
  const members = await membersOf(from.id, arranging)
  const moving = memberIn(members, body.member, 'member', arranging)
  const staying = members.filter((row) => row !== moving)
  await leaveWithHead([moving], staying, body, arranging)
  await join(target.id, [{ person: moving.person, relation: body.relation }], body.on, arranging)
  if (staying.length === 0) await endHousehold(from.id, body.on, arranging)
  return target.id
}

/** Makes another member the head. */
export async function replaceHead(
  of: HouseholdRow,
  body: z.output<typeof changeHeadBody>,
  arranging: Arranging,
): Promise<string> {
  await changeHead(await membersOf(of.id, arranging), body.head, body.relations, arranging)
  return of.id
}

/** Lets members leave; when the head is among them, those who stay get theirs first. */
async function leaveWithHead(
  leaving: readonly MemberRow[],
  staying: readonly MemberRow[],
  body: {
    readonly stayingHead?: string | undefined
    readonly stayingRelations: Readonly<Record<string, string>>
    readonly on: string
  },
  arranging: Arranging,
): Promise<void> {
  const { context, refuse } = arranging
  const isHeadLeaving = leaving.some((row) => row.relation === headRelation) && staying.length > 0
  if (!isHeadLeaving) return leave(leaving, body.on, arranging)
  const stayingHead = body.stayingHead ?? refuse('stayingHead', 'household.problem.newHeadNeeded')
  if (!staying.some((row) => row.id === stayingHead)) refuse('stayingHead', 'household.problem.notMember')
  // one statement for both, since between them the household would have two heads or none
  await context.write.updateMany(persons.records.member, [
    ...leaving.map(({ id: own, version }) => ({ id: own, version, values: { until: body.on } })),
    ...staying.map((row) => ({
      id: row.id,
      version: row.version,
      values: { relation: row.id === stayingHead ? headRelation : (body.stayingRelations[row.id] ?? row.relation) },
    })),
  ])
}

function memberIn(members: readonly MemberRow[], own: string, path: string, { refuse }: Arranging): MemberRow {
  return members.find((row) => row.id === own) ?? refuse(path, 'household.problem.notMember')
}

/** The relation a member has in the household it comes to; `isNeeded` when none of the old ones can hold any longer. */
function relationOf(
  row: MemberRow,
  given: Readonly<Record<string, string>>,
  { refuse }: Arranging,
  isNeeded = false,
): string {
  const own = given[row.id]
  if (own === headRelation) refuse(`relations.${row.id}`, 'household.problem.secondHead')
  if (own === undefined && (isNeeded || row.relation === headRelation))
    refuse(`relations.${row.id}`, 'household.problem.relationNeeded')
  return own ?? row.relation
}

import { randomInt, randomUUID } from 'node:crypto'
import { type Status, signStatusList, statuses, usualListSize } from '@opendpf/credentials'
import type { ModuleContext } from '@opendpf/kit/server'
import { type Kysely, sql } from 'kysely'
import { signerOf } from './credential-keys.js'

type Tools = Pick<ModuleContext, 'db' | 'secrets' | 'clock'>

/** How many places are tried at once: of a list that is half full, one in four billion tries finds none. */
const tries = 32

/** A list of a county, its row locked until the transaction ends. */
export interface LockedList {
  readonly id: string
  readonly county: string
  readonly number: number
  readonly size: number
  readonly isSigned: boolean
}

/**
 * Locks all lists that a change of a certificate can touch, in one order: those of its county, and the one in which it has an entry. The
 * county's first list is made here.
 */
export async function lockLists(
  county: string,
  certificate: string,
  db: Kysely<unknown>,
): Promise<readonly LockedList[]> {
  const select = () =>
    sql<LockedList>`
      select id, issuer as county, number, size, token is not null as "isSigned" from certificates_status_list
      where issuer = ${county} or id in (select list from certificates_status_entry where certificate = ${certificate} and status <> 1)
      order by id for update`.execute(db)
  const { rows } = await select()
  if (rows.some((list) => list.county === county)) return rows
  await addList(county, 1, db)
  return (await select()).rows
}

/**
 * A free place in a county's latest list, drawn by lot, so that neighbours in a list are not people of one village. A list that is half full
 * gets no more: the other half keeps it a crowd, and draws short. The county's lists are locked.
 */
export async function drawIndex(
  county: string,
  lists: readonly LockedList[],
  db: Kysely<unknown>,
): Promise<{ readonly list: string; readonly index: number }> {
  const latest = lists.filter((list) => list.county === county).toSorted((one, other) => other.number - one.number)[0]
  if (!latest) throw new Error(`county ${county} has no status list`)
  const { rows } = await sql<{
    used: number
  }>`select count(*)::int as used from certificates_status_entry where list = ${latest.id}`.execute(db)
  const { id: list, size } =
    (rows[0]?.used ?? 0) * 2 < latest.size ? latest : await addList(county, latest.number + 1, db)
  const drawn = Array.from({ length: tries }, () => randomInt(size))
  const taken = await sql<{
    idx: number
  }>`select idx from certificates_status_entry where list = ${list} and idx = any(${drawn}::int[])`.execute(db)
  const index = drawn.find((one) => taken.rows.every(({ idx }) => idx !== one))
  if (index === undefined) throw new Error(`no place was drawn in list ${list}`)
  return { list, index }
}

/** Signs a list with the state of its entries. It is locked meanwhile: of two changes the second signs both. */
export async function signList(list: Pick<LockedList, 'id' | 'county' | 'size'>, tools: Tools): Promise<void> {
  const { db, clock } = tools
  const { rows } = await sql<{
    index: number
    status: number
  }>`select idx as index, status from certificates_status_entry where list = ${list.id} and status <> 0`.execute(db)
  const now = clock.now()
  const token = await signStatusList(
    { id: list.id, size: list.size, entries: rows.map(({ index, status }) => ({ index, status: nameOf(status) })) },
    { signer: await signerOf(list.county, tools), now },
  )
  await sql`update certificates_status_list set token = ${token}, signed_at = ${now.toISOString()}::timestamptz where id = ${list.id}`.execute(
    db,
  )
}

/** Which lists are signed anew. */
export interface WhichLists {
  /** Those that were signed before an instant; without it all. */
  readonly signedBefore?: string
  /** Those of one county; without it of all. */
  readonly county?: string
}

/** Signs lists anew, so that verifiers find fresh ones although nothing has changed. */
export async function signAgain({ signedBefore, county }: WhichLists, tools: Tools): Promise<number> {
  const isOld = signedBefore === undefined ? sql`token is not null` : sql`signed_at < ${signedBefore}::timestamptz`
  const isThere = county === undefined ? sql`true` : sql`issuer = ${county}`
  const { rows } = await sql<LockedList>`
    select id, issuer as county, number, size, true as "isSigned" from certificates_status_list where ${isOld} and ${isThere} order by id for update`.execute(
    tools.db,
  )
  for (const list of rows) await signList(list, tools)
  return rows.length
}

/** The signed lists, without what is in them. */
export async function publishedLists(
  db: Kysely<unknown>,
): Promise<readonly { readonly id: string; readonly county: string; readonly signedAt: string }[]> {
  const { rows } = await sql<{ id: string; county: string; signedAt: string }>`
    select id, issuer as county, signed_at as "signedAt" from certificates_status_list where token is not null order by issuer, number`.execute(
    db,
  )
  return rows
}

/** Signed lists as they are published: one, or all. */
export async function publishedTokens(db: Kysely<unknown>, id: string | null = null): Promise<readonly string[]> {
  const { rows } = await sql<{ token: string }>`
    select token from certificates_status_list where token is not null and (${id}::text is null or id = ${id}::text) order by issuer, number`.execute(
    db,
  )
  return rows.map(({ token }) => token)
}

async function addList(county: string, number: number, db: Kysely<unknown>) {
  const id = randomUUID()
  await sql`insert into certificates_status_list (id, issuer, number, size) values (${id}, ${county}, ${number}, ${usualListSize})
    on conflict (issuer, number) do nothing`.execute(db)
  return { id, size: usualListSize }
}

function nameOf(status: number): Status {
  const name = (Object.keys(statuses) as Status[]).find((one) => statuses[one] === status)
  if (!name) throw new Error(`no status has the number ${status}`)
  return name
}

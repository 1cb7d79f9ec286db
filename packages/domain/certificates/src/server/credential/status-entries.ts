import { randomBytes } from 'node:crypto'
import { statuses } from '@opendpf/credentials'
import type { ModuleContext } from '@opendpf/kit/server'
import { type Kysely, sql } from 'kysely'
import { drawIndex, type LockedList, lockLists, signList } from './status-lists.js'

type Tools = Pick<ModuleContext, 'db' | 'secrets' | 'clock'>

/** The entry of a certificate that nothing has ended. */
export interface OpenEntry {
  /** Names the credential in what is signed. */
  readonly credential: string
  readonly list: string
  readonly index: number
}

/**
 * What the status of an open entry should be now: revoked for ever when the certificate is gone for good, lies in another county, or is no
 * longer what was signed; suspended while it is frozen, expired or on its way; else valid.
 */
const wanted = sql`
  case
    when c.id is null or c.county <> e.issuer or c.state in ('cancelled', 'superseded', 'void-lost', 'transferred')
      or c.category is distinct from e.category or c.grade is distinct from e.grade
      or c.number_key is distinct from e.number_key or c.valid_to is distinct from e.valid_to then ${statuses.revoked}::int
    when c.state = 'valid' then ${statuses.valid}::int
    else ${statuses.suspended}::int
  end`

/**
 * Brings entries to what their certificates are now, and signs the lists that changed: of some certificates, or of all. It is asked as the
 * platform, which sees every county.
 */
export async function bringUpToDate(certificates: readonly string[] | 'all', tools: Tools): Promise<number> {
  const { db, clock } = tools
  const about = certificates === 'all' ? sql`true` : sql`e.certificate = any(${certificates}::text[])`
  const differing = sql`
    select e.list, e.idx, ${wanted} as wanted from certificates_status_entry e
    left join certificates_certificate c on c.id = e.certificate where e.status <> ${statuses.revoked} and ${about}`
  const { rows: lists } = await sql<LockedList>`
    select id, issuer as county, number, size, token is not null as "isSigned" from certificates_status_list
    where id in (select e.list from certificates_status_entry e where e.status <> ${statuses.revoked} and ${about}) order by id for update`.execute(
    db,
  )
  const { rows: changed } = await sql<{ list: string }>`
    update certificates_status_entry e set status = d.wanted, since = ${clock.now().toISOString()}::timestamptz
    from (${differing}) d where e.list = d.list and e.idx = d.idx and e.status <> d.wanted returning e.list`.execute(db)
  const touched = new Set(changed.map(({ list }) => list))
  for (const list of lists) if (touched.has(list.id)) await signList(list, tools)
  return changed.length
}

/** The open entry of a valid certificate; a new one when it has none, or when what was signed is no longer so. */
export async function entryOf(
  certificate: { readonly id: string; readonly county: string },
  tools: Tools,
): Promise<OpenEntry> {
  const { id, county } = certificate
  const lists = await lockLists(county, id, tools.db)
  await bringUpToDate([id], tools)
  const entry = (await openEntry(id, tools.db)) ?? (await addEntry(id, county, lists, tools))
  const list = lists.find((one) => one.id === entry.list)
  if (list && !list.isSigned) await signList(list, tools)
  return entry
}

/** Which of these certificates have an entry that something may have to be said of. */
export async function withOpenEntry(
  certificates: readonly string[],
  db: Kysely<unknown>,
): Promise<readonly { readonly certificate: string; readonly county: string }[]> {
  const { rows } = await sql<{ certificate: string; county: string }>`
    select certificate, issuer as county from certificates_status_entry where status <> 1 and certificate = any(${certificates}::text[])`.execute(
    db,
  )
  return rows
}

async function openEntry(certificate: string, db: Kysely<unknown>): Promise<OpenEntry | undefined> {
  const { rows } = await sql<OpenEntry>`
    select credential, list, idx as index from certificates_status_entry where status <> 1 and certificate = ${certificate}`.execute(
    db,
  )
  return rows[0]
}

async function addEntry(
  certificate: string,
  county: string,
  lists: readonly LockedList[],
  { db, clock }: Tools,
): Promise<OpenEntry> {
  const { list, index } = await drawIndex(county, lists, db)
  const credential = randomBytes(12).toString('base64url')
  await sql`
    insert into certificates_status_entry (list, idx, certificate, issuer, credential, status, category, grade, number_key, valid_to, since)
    select ${list}::text, ${index}::int, id, county, ${credential}::text, ${statuses.valid}::smallint, category, grade, number_key, valid_to, ${clock.now().toISOString()}::timestamptz
    from certificates_certificate where id = ${certificate}`.execute(db)
  return { credential, list, index }
}

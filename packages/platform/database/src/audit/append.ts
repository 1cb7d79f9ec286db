import type { Session, Statement } from '../connection/session.js'
import type { AuditDigest, AuditDraft, AuditEntry } from './entry.js'
import { genesis, hashOf } from './entry.js'

const batch = 2000

/**
 * Chains what a transaction did, as its last step: from here to the commit the county's chain is held, so nothing slow may follow.
 * Counties are taken in order, so that two transactions never wait for each other crosswise.
 */
export async function appendAudit(session: Session, drafts: readonly AuditDraft[], digest: AuditDigest): Promise<void> {
  const byCounty = Map.groupBy(drafts, (draft) => draft.county)
  for (const county of [...byCounty.keys()].sort())
    await appendChain(session, county, byCounty.get(county) ?? [], digest)
}

async function appendChain(
  session: Session,
  county: string,
  drafts: readonly AuditDraft[],
  digest: AuditDigest,
): Promise<void> {
  let { seq, hash } = await lockHead(session, county)
  for (let start = 0; start < drafts.length; start += batch) {
    const entries: AuditEntry[] = drafts.slice(start, start + batch).map((draft) => {
      const open = { ...draft, seq: seq + 1, previous: hash }
      const entry = { ...open, hash: hashOf(open, digest) }
      seq = entry.seq
      hash = entry.hash
      return entry
    })
    // an import has hundreds of thousands: one piece is on its way while the next is hashed, and no more wait in memory
    if (start > 0) await session.settle()
    session.send(insertEntries(entries, { county, seq, hash }))
  }
}

async function lockHead(session: Session, county: string): Promise<{ seq: number; hash: string }> {
  const text = 'select seq, hash from audit_head where county = $1 for update'
  const [head] = await session.query<{ seq: number; hash: string }>({ name: 'audit-lock', text, values: [county] })
  if (head) return head
  await session.query({
    text: 'insert into audit_head (county, seq, hash) values ($1, 0, $2) on conflict do nothing',
    values: [county, genesis],
  })
  const [fresh] = await session.query<{ seq: number; hash: string }>({ name: 'audit-lock', text, values: [county] })
  if (!fresh) throw new Error(`the audit chain of ${county} cannot be locked`)
  return fresh
}

/** Adds entries and moves the head of their chain behind them, in one statement. */
function insertEntries(entries: readonly AuditEntry[], head: Pick<AuditEntry, 'county' | 'seq' | 'hash'>): Statement {
  const rows = entries.map((entry) => ({
    county: entry.county,
    seq: entry.seq,
    at: entry.at,
    actor: entry.actor,
    actor_name: entry.actorName,
    action: entry.action,
    record: entry.record,
    record_id: entry.recordId,
    version: entry.version,
    division: entry.division,
    town: entry.town,
    fields: entry.fields,
    reason: entry.reason,
    digest: entry.digest,
    previous: entry.previous,
    hash: entry.hash,
  }))
  return {
    name: 'audit-append',
    text: `with entries as (insert into audit_entry select * from jsonb_populate_recordset(null::audit_entry, $1::jsonb))
           update audit_head set seq = $3, hash = $4 where county = $2`,
    values: [JSON.stringify(rows), head.county, head.seq, head.hash],
  }
}

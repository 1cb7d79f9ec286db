import type { Queryable } from '../connection/session.js'
import type { AuditDigest, AuditEntry } from './entry.js'
import { genesis, hashOf } from './entry.js'

/** The first place where a chain or a row does not hold. */
export type AuditFinding =
  | { readonly kind: 'entry-changed' | 'entry-missing' | 'head-changed'; readonly county: string; readonly seq: number }
  | {
      readonly kind: 'row-changed' | 'row-without-entry' | 'row-missing'
      readonly record: string
      readonly recordId: string
      readonly version: number
    }

const page = 5000

const columns = `county, seq, at, actor, actor_name as "actorName", action, record, record_id as "recordId", version, division, town, fields, reason, digest, previous, hash`

/**
 * Walks every county's chain from its beginning and stops each at the first entry that was changed, inserted or taken out.
 *
 * @returns one finding per broken chain; none when all hold
 */
export async function verifyChains(
  session: Queryable,
  digest: AuditDigest,
  onProgress?: (done: number) => void,
): Promise<readonly AuditFinding[]> {
  const heads = await session.query<{ county: string; seq: number; hash: string }>({
    text: 'select county, seq, hash from audit_head order by county',
    values: [],
  })
  const findings: AuditFinding[] = []
  let done = 0
  for (const head of heads) {
    let previous = genesis
    let seq = 0
    let finding: AuditFinding | undefined
    while (!finding) {
      const entries = await session.query<AuditEntry>({
        text: `select ${columns} from audit_entry where county = $1 and seq > $2 order by seq limit ${page}`,
        values: [head.county, seq],
      })
      finding = firstBroken(entries, seq, previous, digest)
      if (finding) break
      const last = entries.at(-1)
      done += entries.length
      onProgress?.(done)
      if (!last) {
        if (seq !== head.seq || previous !== head.hash)
          finding = { kind: seq < head.seq ? 'entry-missing' : 'head-changed', county: head.county, seq: seq + 1 }
        break
      }
      seq = last.seq
      previous = last.hash
    }
    if (finding) findings.push(finding)
  }
  return findings
}

function firstBroken(
  entries: readonly AuditEntry[],
  after: number,
  before: string,
  digest: AuditDigest,
): AuditFinding | undefined {
  let seq = after
  let previous = before
  for (const entry of entries) {
    if (entry.seq !== seq + 1) return { kind: 'entry-missing', county: entry.county, seq: seq + 1 }
    if (entry.previous !== previous || entry.hash !== hashOf(entry, digest))
      return { kind: 'entry-changed', county: entry.county, seq: entry.seq }
    seq = entry.seq
    previous = entry.hash
  }
  return undefined
}

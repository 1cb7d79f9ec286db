import type { AuditFinding, Queryable } from '@opendpf/database'
import type { PlacedRecord } from '@opendpf/kit'
import type { StoredRow } from '../platform/codec.js'
import { codecOf } from '../platform/codec.js'
import type { Crypto } from '../platform/crypto.js'
import { digestOfRow } from './row-digest.js'

type RowFinding = Extract<AuditFinding, { recordId: string }>

interface Proof extends StoredRow {
  readonly id: string
  readonly version: number
  readonly proof: string | null
  readonly latest: number | null
}

const page = 2000

/**
 * Compares every row, of now and of the history, with the audit entry of its version: a row that was changed, added, put back or taken
 * away without the write path is named. Needs a session that sees everything.
 */
export async function verifyRows(
  session: Queryable,
  records: Iterable<PlacedRecord>,
  crypto: Crypto,
  onProgress?: (done: number) => void,
): Promise<readonly RowFinding[]> {
  const findings: RowFinding[] = []
  let done = 0
  const count = (rows: number): void => {
    done += rows
    onProgress?.(done)
  }
  for (const record of records) {
    findings.push(...(await verifyTable(session, record, { crypto, isCurrent: true, count })))
    findings.push(...(await verifyTable(session, record, { crypto, isCurrent: false, count })))
    findings.push(...(await missingRows(session, record)))
  }
  return findings
}

async function verifyTable(
  session: Queryable,
  record: PlacedRecord,
  options: { readonly crypto: Crypto; readonly isCurrent: boolean; readonly count: (rows: number) => void },
): Promise<readonly RowFinding[]> {
  const { crypto, isCurrent, count } = options
  const codec = codecOf(record, crypto)
  const columns = codec.columns.map((column) => `t.${column}`).join(', ')
  const table = isCurrent ? record.table : `${record.table}_history`
  const findings: RowFinding[] = []
  let after: readonly [string, number] = ['', 0]
  for (;;) {
    const rows = await session.query<Proof>({
      text: `select ${columns}, e.digest as proof, (select max(l.version) from audit_entry l where l.record = $1 and l.record_id = t.id) as latest
             from ${table} t left join audit_entry e on e.record = $1 and e.record_id = t.id and e.version = t.version
             where (t.id, t.version) > ($2, $3) order by t.id, t.version limit ${page}`,
      values: [record.ref, ...after],
    })
    for (const row of rows) {
      const kind = row.proof === null ? 'row-without-entry' : isProven(row) ? undefined : 'row-changed'
      if (kind) findings.push({ kind, record: record.ref, recordId: row.id, version: row.version })
    }
    count(rows.length)
    const last = rows.at(-1)
    if (!last || rows.length < page) return findings
    after = [last.id, last.version]
  }

  function isProven(row: Proof): boolean {
    // the present row belongs to the latest entry, a past one to an earlier entry
    return (
      row.proof === digestOfRow(record, codec.decode(row), crypto.digest) && (row.version === row.latest) === isCurrent
    )
  }
}

/** Entries whose row is neither there nor in the history. */
async function missingRows(session: Queryable, record: PlacedRecord): Promise<readonly RowFinding[]> {
  const rows = await session.query<{ id: string; version: number }>({
    text: `select e.record_id as id, e.version from audit_entry e where e.record = $1 and e.action <> 'remove'
             and not exists (select from ${record.table} t where t.id = e.record_id and t.version = e.version)
             and not exists (select from ${record.table}_history h where h.id = e.record_id and h.version = e.version)
           order by e.record_id, e.version limit ${page}`,
    values: [record.ref],
  })
  return rows.map(({ id, version }) => ({ kind: 'row-missing', record: record.ref, recordId: id, version }))
}

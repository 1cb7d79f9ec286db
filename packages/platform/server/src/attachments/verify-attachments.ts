import type { Queryable } from '@opendpf/database'
import type { Attachment, PlacedRecord } from '@opendpf/kit'
import { attachmentsIn, fieldsOf, snakeCase } from '@opendpf/kit'
import { verifyCopies } from '../documents/verify-copies.js'
import type { StoredRow } from '../platform/codec.js'
import { codecOf } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import type { AttachmentFinding } from './attachment-finding.js'
import { placesOfAttachments } from './attachment-rows.js'
import type { AttachmentStore } from './attachment-store.js'
import { hashOf } from './hash-of.js'

const page = 500

/**
 * Reads every file that any row ever carried and compares it with the fingerprint in the row, which the audit chain proves: a file that is
 * missing, was altered, or was put in another's place is named. Each is read once, however many versions of a row carry it. Printed
 * copies are among them.
 */
export async function verifyAttachments(
  { pool, registry, crypto }: Pick<Platform, 'pool' | 'registry' | 'crypto'>,
  store: Pick<AttachmentStore, 'get'>,
  onProgress?: (files: number) => void,
): Promise<readonly AttachmentFinding[]> {
  const findings: AttachmentFinding[] = []
  const seen = new Set<string>()
  await pool.use({ level: 'all' }, async (session) => {
    for (const record of registry.records.values()) {
      for await (const { rowId, field, files } of carriedFiles(session, record, crypto)) {
        const fresh = files.filter(({ id, hash }) => !seen.has(`${id} ${hash}`))
        const places = await placesOfAttachments(
          session,
          fresh.map(({ id }) => id),
        )
        for (const file of fresh) {
          seen.add(`${file.id} ${file.hash}`)
          const place = places.get(file.id)
          const found = place === undefined ? undefined : await hashOf(store.get(place))
          const kind = found === undefined ? 'file-missing' : found === file.hash ? undefined : 'file-changed'
          if (kind) findings.push({ kind, record: record.ref, recordId: rowId, field, file: file.id })
          onProgress?.(seen.size)
        }
      }
    }
    findings.push(...(await verifyCopies(session, store)))
  })
  return findings
}

interface Carried {
  readonly rowId: string
  readonly field: string
  readonly files: readonly Attachment[]
}

/** The files in every version of every row of a record, page by page. */
async function* carriedFiles(
  session: Queryable,
  record: PlacedRecord,
  crypto: Parameters<typeof codecOf>[1],
): AsyncGenerator<Carried> {
  const fields = fieldsOf(record).flatMap(({ name, meta }) => (meta.kind === 'attachments' ? [name] : []))
  if (fields.length === 0) return
  const codec = codecOf(record, crypto)
  const wanted = new Set(fields)
  const hasFiles = fields.map((field) => `t.${snakeCase(field)} is not null`).join(' or ')
  for (const table of [record.table, `${record.table}_history`]) {
    let after: readonly [string, number] = ['', 0]
    for (;;) {
      const rows = await session.query<StoredRow>({
        text: `select ${codec.listOf(fields)} from ${table} t where (t.id, t.version) > ($1, $2) and (${hasFiles}) order by t.id, t.version limit ${page}`,
        values: after,
      })
      const read = rows.map((row) => codec.decodeSome(row, wanted))
      for (const row of read)
        for (const field of fields) yield { rowId: row.id, field, files: attachmentsIn(row[field]) }
      const last = read.at(-1)
      if (!last || rows.length < page) break
      after = [last.id, last.version]
    }
  }
}

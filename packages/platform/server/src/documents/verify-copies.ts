import type { Queryable } from '@opendpf/database'
import type { AttachmentFinding } from '../attachments/attachment-finding.js'
import type { AttachmentStore } from '../attachments/attachment-store.js'
import { hashOf } from '../attachments/hash-of.js'

interface KeptCopy {
  readonly id: string
  readonly county: string
  readonly digest: string
  readonly hash: string
}

const page = 500

/** Reads the file of every printed copy and compares it with the hash that was written down, which the audit chain proves. */
export async function verifyCopies(
  session: Queryable,
  store: Pick<AttachmentStore, 'get'>,
): Promise<readonly AttachmentFinding[]> {
  const findings: AttachmentFinding[] = []
  for (let after = ''; ; ) {
    const copies = await session.query<KeptCopy & Record<string, unknown>>({
      text: `select id, county, digest, hash from system_document where id > $1 order by id limit ${page}`,
      values: [after],
    })
    for (const { id, county, digest, hash } of copies) {
      const found = await hashOf(store.get({ county, digest }))
      const kind = found === undefined ? 'file-missing' : found === hash ? undefined : 'file-changed'
      if (kind) findings.push({ kind, record: 'system.document', recordId: id, field: 'hash', file: digest })
    }
    const last = copies.at(-1)
    if (!last || copies.length < page) return findings
    after = last.id
  }
}

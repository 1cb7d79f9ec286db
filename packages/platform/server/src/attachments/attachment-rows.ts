import type { Queryable, Session } from '@opendpf/database'
import type { Attachment } from '@opendpf/kit'
import type { Crypto } from '../platform/crypto.js'
import type { ContentPlace } from './attachment-store.js'

/** What the name of a file is sealed as. */
export const nameContext = 'system_attachment.name'

/** How long a file may lie about before a row carries it. */
export const looseFor = 86_400_000

/** A line of the table of files. */
export interface AttachmentRow extends ContentPlace {
  readonly file: Attachment
  readonly record: string
  readonly field: string
  /** The row that carries it, or did; null for a loose one. */
  readonly rowId: string | null
  readonly uploadedBy: string
  readonly uploadedAt: string
}

interface StoredAttachment extends ContentPlace {
  readonly id: string
  readonly hash: string
  readonly name: Buffer
  readonly type: string
  readonly bytes: number
  readonly record: string
  readonly field: string
  readonly row_id: string | null
  readonly uploaded_by: string
  readonly uploaded_at: string
}

const columns = 'id, county, digest, hash, record, field, row_id, name, type, bytes, uploaded_by, uploaded_at'

/** Lines by id, locked so that no second row takes a loose file at the same moment. Needs a session that sees everything. */
export async function lockAttachments(
  session: Session,
  ids: readonly string[],
  crypto: Pick<Crypto, 'open'>,
): Promise<ReadonlyMap<string, AttachmentRow>> {
  const rows = await session.query<StoredAttachment & Record<string, unknown>>({
    name: 'lock-attachments',
    text: `select ${columns} from system_attachment where id = any($1::text[]) order by id for update`,
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, readRow(row, crypto)]))
}

/** Where files lie, by id. */
export async function placesOfAttachments(
  session: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ContentPlace>> {
  const rows = await session.query<ContentPlace & { readonly id: string }>({
    text: 'select id, county, digest from system_attachment where id = any($1::text[])',
    values: [ids],
  })
  return new Map(rows.map(({ id, county, digest }) => [id, { county, digest }]))
}

/** Writes the line of a loose file. */
export async function insertAttachment(session: Session, row: AttachmentRow, crypto: Pick<Crypto, 'seal'>) {
  const { file, county, digest, record, field, uploadedBy, uploadedAt } = row
  await session.query({
    text: `insert into system_attachment (id, county, digest, hash, record, field, name, type, bytes, uploaded_by, uploaded_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      file.id,
      county,
      digest,
      file.hash,
      record,
      field,
      crypto.seal(file.name, nameContext),
      file.type,
      file.bytes,
      uploadedBy,
      uploadedAt,
    ],
  })
}

/** Takes turns with whoever keeps or lets go of the same content, until the transaction ends. */
export async function lockContent(session: Session, { county, digest }: ContentPlace): Promise<void> {
  await session.query({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`attachment ${county}/${digest}`],
  })
}

// the keys stand in the order in which PostgreSQL keeps them, so that a list compares as itself after it was stored
function readRow(row: StoredAttachment, crypto: Pick<Crypto, 'open'>): AttachmentRow {
  const { id, hash, name, type, bytes, county, digest, record, field, row_id, uploaded_by, uploaded_at } = row
  return {
    file: { id, hash, name: crypto.open(name, nameContext), type, bytes },
    county,
    digest,
    record,
    field,
    rowId: row_id,
    uploadedBy: uploaded_by,
    uploadedAt: uploaded_at,
  }
}

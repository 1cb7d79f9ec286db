import type { Session } from '@opendpf/database'
import type { PlacedRecord } from '@opendpf/kit'
import type { Codec, Row, StoredRow } from '../platform/codec.js'

const batch = 1000

/** The statements that change a record's table. Each takes any number of rows, so that an import and a form share them. */
export interface TableStatements {
  /** Locks and reads the rows to be changed, in a fixed order, so that two writers never wait for each other crosswise. */
  lock(session: Session, ids: readonly string[]): Promise<readonly Row[]>
  insert(session: Session, rows: readonly Row[]): Promise<void>
  update(session: Session, rows: readonly Row[]): Promise<void>
  /** Moves the present version of rows into the history. */
  archive(session: Session, ids: readonly string[], until: string): Promise<void>
  remove(session: Session, ids: readonly string[]): Promise<void>
  /** The last version of a row that was removed; undefined for one that is there, or whose last version lay out of sight. */
  last(session: Session, id: string): Promise<Row | undefined>
}

/** Writes the statements of a record, named, so that each connection prepares them once. */
export function tableStatements(record: PlacedRecord, codec: Codec): TableStatements {
  const { table } = record
  const history = `${table}_history`
  const list = codec.list
  const settable = codec.columns.filter((column) => column !== 'id')
  const populate = (session: Session, name: string, text: string, rows: readonly Row[]): Promise<void> =>
    inBatches(rows.map(codec.encode), (chunk) =>
      session.query({ name: `${name}:${table}`, text, values: [JSON.stringify(chunk)] }),
    )

  return {
    async lock(session, ids) {
      const rows = await session.query<StoredRow>({
        name: `lock:${table}`,
        text: `select ${list} from ${table} where id = any($1::text[]) order by id for update`,
        values: [ids],
      })
      return rows.map(codec.decode)
    },
    insert: (session, rows) =>
      populate(
        session,
        'insert',
        `insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        rows,
      ),
    update: (session, rows) =>
      populate(
        session,
        'update',
        `update ${table} set (${settable.join(', ')}) = (select ${settable.map((column) => `new.${column}`).join(', ')}) from jsonb_populate_recordset(null::${table}, $1::jsonb) new where ${table}.id = new.id`,
        rows,
      ),
    archive: (session, ids, until) =>
      inBatches(ids, (chunk) =>
        session.query({
          name: `archive:${table}`,
          text: `insert into ${history} (${list}, superseded_at) select ${list}, greatest($2::timestamptz, recorded_at) from ${table} where id = any($1::text[])`,
          values: [chunk, until],
        }),
      ),
    remove: (session, ids) =>
      inBatches(ids, (chunk) =>
        session.query({
          name: `remove:${table}`,
          text: `delete from ${table} where id = any($1::text[])`,
          values: [chunk],
        }),
      ),
    async last(session, id) {
      // the audit log knows the latest version wherever the row went
      const removal = `select from audit_entry e where e.record = $2 and e.record_id = h.id and e.version > h.version having count(*) = 1 and max(e.action) = 'remove'`
      const rows = await session.query<StoredRow>({
        text: `select ${list} from ${history} h where h.id = $1 and exists (${removal})`,
        values: [id, record.ref],
      })
      return rows[0] ? codec.decode(rows[0]) : undefined
    },
  }
}

async function inBatches<T>(items: readonly T[], work: (chunk: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < items.length; start += batch) await work(items.slice(start, start + batch))
}

import type { Session } from '@opendpf/database'
import type { PlacedRecord } from '@opendpf/kit'
import type { Codec, Row, StoredRow } from '../platform/codec.js'
import { changedFields } from './changed-fields.js'

const batch = 1000

/** A row that is there, as it was and as it will be. */
export interface UpdatedRow {
  readonly before: Row
  readonly row: Row
}

/**
 * The statements that change a record's table. Each takes any number of rows, so that an import and a form share them; none is waited
 * for.
 */
export interface TableStatements {
  /** Locks and reads the rows to be changed, in a fixed order, so that two writers never wait for each other crosswise. */
  lock(session: Session, ids: readonly string[]): Promise<readonly Row[]>
  insert(session: Session, rows: readonly Row[]): void
  /** Writes the columns that changed; what did not is neither sealed anew nor sent. */
  update(session: Session, changes: readonly UpdatedRow[]): void
  /** Moves the present version of rows into the history. */
  archive(session: Session, ids: readonly string[], until: string): void
  remove(session: Session, ids: readonly string[]): void
  /** The last version of a row that was removed; undefined for one that is there, or whose last version lay out of sight. */
  last(session: Session, id: string): Promise<Row | undefined>
}

/** Writes the statements of a record, named, so that each connection prepares them once. */
export function tableStatements(record: PlacedRecord, codec: Codec): TableStatements {
  const { table } = record
  const history = `${table}_history`
  const list = codec.list
  const populate = (session: Session, name: string, text: string, rows: readonly Row[]): void =>
    inBatches(rows, (chunk) =>
      session.send({ name: `${name}:${table}`, text, values: [JSON.stringify(chunk.map(codec.encode))] }),
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
    update(session, changes) {
      const alike = Map.groupBy(changes, (change) => changedFields(record, change).join())
      for (const [key, group] of alike) {
        const fields = new Set(key === '' ? [] : key.split(','))
        inBatches(group, (chunk) => {
          const rows = chunk.map(({ row }) => codec.encodeSome(row, fields))
          const settable = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id')
          session.send({
            ...nameOf(table, key),
            text: `update ${table} set (${settable.join(', ')}) = (select ${settable.map((column) => `new.${column}`).join(', ')}) from jsonb_populate_recordset(null::${table}, $1::jsonb) new where ${table}.id = new.id`,
            values: [JSON.stringify(rows)],
          })
        })
      }
    },
    archive: (session, ids, until) =>
      inBatches(ids, (chunk) =>
        session.send({
          name: `archive:${table}`,
          text: `insert into ${history} (${list}, superseded_at) select ${list}, greatest($2::timestamptz, recorded_at) from ${table} where id = any($1::text[])`,
          values: [chunk, until],
        }),
      ),
    remove: (session, ids) =>
      inBatches(ids, (chunk) =>
        session.send({
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

/** How many different sets of columns of one table are prepared: what jobs and steps change is always the same, what forms change is not. */
const preparedAtMost = 16
const prepared = new Map<string, string[]>()

/** The name under which a connection keeps the statement; none for a set of columns that comes too late. */
function nameOf(table: string, key: string): { readonly name?: string } {
  const known = prepared.get(table) ?? []
  prepared.set(table, known)
  if (!known.includes(key) && known.length < preparedAtMost) known.push(key)
  const place = known.indexOf(key)
  return place < 0 ? {} : { name: `update${place}:${table}` }
}

function inBatches<T>(items: readonly T[], work: (chunk: readonly T[]) => void): void {
  for (let start = 0; start < items.length; start += batch) work(items.slice(start, start + batch))
}

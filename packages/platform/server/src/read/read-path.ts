import type { Session } from '@opendpf/database'
import { OpenDpfError } from '@opendpf/errors'
import type {
  AccessEntry,
  Actor,
  Attachment,
  HistoryEntry,
  ListAnswer,
  ListQuery,
  PlacedRecord,
  RecordAnswer,
} from '@opendpf/kit'
import { attachmentsIn, checkListQuery, fieldMeta, isMasked, isWithinScope, permissionFor } from '@opendpf/kit'
import type { ListedOptions } from '@opendpf/kit/server'
import { requirePermission } from '../platform/actors.js'
import type { Row, StoredRow } from '../platform/codec.js'
import { codecOf } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import { answerRows, fieldsToRead } from './answer-rows.js'
import { readAnyPage } from './any-page.js'
import { parameters, scopeSql } from './conditions.js'
import type { Deed } from './history-entries.js'
import { historyEntries } from './history-entries.js'
import type { PageOptions } from './page-options.js'
import { isReadable, narrowQuery } from './readable-with.js'
import { sourceSql } from './source.js'
import { readTotal } from './total.js'

/**
 * Every look at data by a person or another system. Each method checks the permission, keeps to the territory, masks, and leaves a
 * line in the access log.
 */
export interface ReadPath {
  list(record: PlacedRecord, query: ListQuery, options?: ListedOptions): Promise<ListAnswer>
  one(record: PlacedRecord, id: string, options?: { readonly asOf?: string }): Promise<RecordAnswer>
  /** A row that was just written, as its writer may see it, read on the connection of his transaction. */
  show(record: PlacedRecord, row: Row, session: Session): Promise<RecordAnswer>
  history(record: PlacedRecord, id: string): Promise<readonly HistoryEntry[]>
  accesses(record: PlacedRecord, id: string): Promise<readonly AccessEntry[]>
  reveal(
    record: PlacedRecord,
    id: string,
    request: { readonly fields: readonly string[]; readonly reason: string },
  ): Promise<Readonly<Record<string, unknown>>>
  /**
   * A file that a row carries, or carried at an instant. One of a masked field is let out with a reason alone, which is logged first.
   *
   * @throws OpenDpfError `reason-required`
   */
  attachment(record: PlacedRecord, id: string, wanted: WantedAttachment): Promise<Attachment>
}

/** Which file of a row, and why. */
export interface WantedAttachment {
  readonly field: string
  readonly file: string
  readonly asOf?: string
  readonly reason?: string
}

/** Opens the read path for an actor. */
export function openReadPath(platform: Platform, actor: Actor): ReadPath {
  const { scope } = actor
  const county = scope.level === 'all' ? null : scope.code.slice(0, 6)
  const sight = { actor, registry: platform.registry }
  const use = platform.pool.use.bind(platform.pool, scope) as <T>(
    work: Parameters<typeof platform.pool.use<T>>[1],
  ) => Promise<T>

  /** A query of a module may be about a whole register: the database knows best how to go about it. */
  const useFreely = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    platform.pool.snapshot(scope, (session) => session.planFreely(() => work(session)))

  const find = async (session: Session, record: PlacedRecord, id: string, asOf?: string): Promise<Row> => {
    const codec = codecOf(record, platform.crypto)
    const params = parameters()
    const source = sourceSql(record, codec, asOf, params)
    const conditions = [`t.id = ${params.add(id)}`, ...scopeSql(record, scope, params)]
    const [stored] = await session.query<StoredRow>({
      ...(asOf === undefined ? { name: `find:${record.table}:${scope.level}` } : {}),
      text: `select ${codec.list} from ${source} t where ${conditions.join(' and ')}`,
      values: params.values,
    })
    const row = stored && codec.decode(stored)
    if (!row || !isWithinScope(scope, row) || !isReadable(record, row, sight)) throw new OpenDpfError('not-found')
    return row
  }

  const show = async (record: PlacedRecord, row: Row, session: Session): Promise<RecordAnswer> => {
    const [answer] = await answerRows(record, [row], { platform, session, scope, fields: Object.keys(record.fields) })
    if (!answer) throw new OpenDpfError('not-found')
    return answer
  }

  return {
    show,
    async list(record, query, { asOf, among, total: told } = {}) {
      requirePermission(actor, permissionFor(record, 'read'))
      checkListQuery(record, query)
      refuseMixture(query, { asOf, among })
      if (record.list.isQuiet && isOpen(query) && among === undefined)
        return { rows: [], total: { value: 0, isExact: true } }
      await platform.divisions.ready()
      const fields = record.list.columns
      const options: PageOptions = {
        record,
        codec: codecOf(record, platform.crypto),
        scope,
        query: narrowQuery(record, query, sight),
        fields: fieldsToRead(record, fields),
        asOf,
        among,
      }
      const answer = await (among === undefined ? use : useFreely)(async (session) => {
        if (among !== undefined && asOf === undefined) session.send(rowsLieInMemory)
        // who told the total did not know of rows about records that the reader may not see
        const known = (record.readableWith === undefined ? told : undefined) ?? platform.largeTotals.find(options)
        const page = await readAnyPage(session, options, { crypto: platform.crypto, isCounted: known === undefined })
        // all there is: a look-up has no second page, and neither has a first one that leads to none
        const isWhole = query.lookup !== undefined || (query.cursor === undefined && page.next === undefined)
        const total = isWhole
          ? { value: page.rows.length, isExact: true }
          : (known ?? page.total ?? (await readTotal(session, options)))
        if (known === undefined) platform.largeTotals.keep(options, total)
        const rows = await answerRows(record, page.rows, { platform, session, scope, fields })
        return { rows, total, ...(page.next === undefined ? {} : { next: page.next }) }
      })
      platform.accessLog.note({
        actor,
        county,
        kind: 'search',
        record: record.ref,
        fields: searchedBy(query),
        rows: answer.rows.length,
      })
      return answer
    },
    async one(record, id, { asOf } = {}) {
      requirePermission(actor, permissionFor(record, 'read'))
      await platform.divisions.ready()
      return use(async (session) => {
        const row = await find(session, record, id, asOf)
        platform.accessLog.note({ actor, county: row.county, kind: 'read', record: record.ref, recordId: id })
        return show(record, row, session)
      })
    },
    async history(record, id) {
      requirePermission(actor, permissionFor(record, 'history'))
      const codec = codecOf(record, platform.crypto)
      const params = parameters()
      const conditions = [`t.id = ${params.add(id)}`, ...scopeSql(record, scope, params)].join(' and ')
      const entries = await use(async (session) => {
        const versions = await session.query<StoredRow & { superseded_at: string | null }>({
          text: `select ${codec.list}, null::timestamptz as superseded_at from ${record.table} t where ${conditions} union all select ${codec.list}, superseded_at from ${record.table}_history t where ${conditions} order by version`,
          values: params.values,
        })
        const deeds = await session.query<Deed & Record<string, unknown>>({
          text: 'select version, at, action, actor, actor_name from audit_entry where record = $1 and record_id = $2',
          values: [record.ref, id],
        })
        const known = versions.map((stored) => ({ row: codec.decode(stored), until: stored.superseded_at }))
        return historyEntries(
          record,
          known.filter(({ row }) => isReadable(record, row, sight)),
          deeds,
        )
      })
      if (entries.length === 0) throw new OpenDpfError('not-found')
      platform.accessLog.note({ actor, county, kind: 'history', record: record.ref, recordId: id })
      return entries
    },
    async accesses(record, id) {
      requirePermission(actor, permissionFor(record, 'history'))
      await platform.accessLog.flush()
      return use(async (session) => {
        await find(session, record, id)
        return session.query<AccessEntry & Record<string, unknown>>({
          text: `select at, actor as "actorId", actor_name as "actorName", kind, fields, reason from access_log where record = $1 and record_id = $2 order by at desc limit 200`,
          values: [record.ref, id],
        })
      })
    },
    async reveal(record, id, { fields, reason }) {
      requirePermission(actor, permissionFor(record, 'reveal'))
      for (const field of fields)
        if (!Object.hasOwn(record.fields, field)) throw new OpenDpfError('invalid-request', { params: { what: field } })
      const row = await use((session) => find(session, record, id))
      // the line in the log comes first: a value that was shown and not logged must not exist
      await platform.accessLog.record({
        actor,
        county: row.county,
        kind: 'reveal',
        record: record.ref,
        recordId: id,
        fields,
        reason,
      })
      return Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))
    },
    async attachment(record, id, { field, file, asOf, reason }) {
      requirePermission(actor, permissionFor(record, reason === undefined ? 'read' : 'reveal'))
      const row = await use((session) => find(session, record, id, asOf))
      const found = attachmentsIn(row[field]).find((one) => one.id === file)
      if (!found) throw new OpenDpfError('not-found')
      const access = { actor, county: row.county, record: record.ref, recordId: id, fields: [field] }
      if (reason !== undefined) await platform.accessLog.record({ ...access, kind: 'reveal', reason })
      else if (isMasked(fieldMeta(record, field))) throw new OpenDpfError('reason-required')
      else platform.accessLog.note({ ...access, kind: 'read' })
      return found
    },
  }
}

/**
 * The rows of a page are looked up one by one in what a query of a module answers. They lie in memory; the database would reckon with a turn
 * of a disk for each, and work out all of the query instead.
 */
const rowsLieInMemory = { text: `select set_config('random_page_cost', '1.1', true)`, values: [] }

/** Names and numbers are found as they are now, and a number by itself: what cannot be asked together is refused, not left out. */
function refuseMixture({ search, lookup, cursor }: ListQuery, { asOf, among }: ListedOptions): void {
  const isFound = search !== undefined || lookup !== undefined
  if (isFound && asOf !== undefined) throw new OpenDpfError('invalid-request', { params: { what: 'asOf' } })
  if (isFound && among !== undefined) throw new OpenDpfError('invalid-request', { params: { what: 'search' } })
  if (lookup && (search !== undefined || cursor !== undefined))
    throw new OpenDpfError('invalid-request', { params: { what: 'lookup' } })
}

/** Whether a query asks for everything. */
function isOpen(query: ListQuery): boolean {
  return (
    Object.keys(query.filters).length === 0 &&
    query.within === undefined &&
    query.search === undefined &&
    query.lookup === undefined
  )
}

/** What was searched by, never what for. */
function searchedBy(query: ListQuery): readonly string[] {
  return [
    ...Object.keys(query.filters),
    ...(query.within ? ['within'] : []),
    ...(query.search ? ['search'] : []),
    ...(query.lookup ? [`lookup:${query.lookup.field}`] : []),
  ]
}

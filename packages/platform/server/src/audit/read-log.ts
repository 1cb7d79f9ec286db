import type { Session } from '@opendpf/database'
import type { Scope } from '@opendpf/kit'
import { parameters } from '../read/conditions.js'
import { readCursor, writeCursor } from '../read/cursor.js'

/** What to look for in a log. */
export interface LogFilter {
  readonly record?: string | undefined
  readonly recordId?: string | undefined
  readonly actor?: string | undefined
  readonly cursor?: string | undefined
}

export interface AuditLine {
  readonly county: string
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly actorName: string
  readonly action: string
  readonly record: string
  readonly recordId: string
  readonly version: number
  readonly fields: readonly string[]
  readonly reason: string | null
  readonly hash: string
}

export interface AccessLine {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly actorName: string
  readonly kind: string
  readonly record: string
  readonly recordId: string | null
  readonly fields: readonly string[]
  readonly reason: string | null
  readonly rows: number | null
}

export interface LogPage<Line> {
  readonly entries: readonly Line[]
  readonly next?: string
}

const page = 50

/** The audit log of the reader's county, newest first. Somebody posted below the county has no county's log to read. */
export async function readAudit(session: Session, scope: Scope, filter: LogFilter): Promise<LogPage<AuditLine>> {
  const params = parameters()
  const conditions = [...countyOf(scope, params), ...filterOf(filter, params)]
  if (filter.cursor !== undefined) {
    const { value, id } = readCursor(filter.cursor, isInstant)
    conditions.push(
      `(at, seq) < (${params.add(value)}::timestamptz, ${params.add(Number.parseInt(id, 10) || 0)}::bigint)`,
    )
  }
  const rows = await session.query<AuditLine & Record<string, unknown>>({
    text: `select county, seq, at, actor, actor_name as "actorName", action, record, record_id as "recordId", version, fields, reason, hash from audit_entry${where(conditions)} order by at desc, seq desc limit ${page + 1}`,
    values: params.values,
  })
  return pageOf(rows, ({ at, seq }) => ({ value: at, id: String(seq) }))
}

/** Who looked at what in the reader's county, newest first. */
export async function readAccessLog(session: Session, scope: Scope, filter: LogFilter): Promise<LogPage<AccessLine>> {
  const params = parameters()
  const conditions = [...countyOf(scope, params), ...filterOf(filter, params)]
  if (filter.cursor !== undefined) {
    const { value, id } = readCursor(filter.cursor, isInstant)
    conditions.push(`(at, id) < (${params.add(value)}::timestamptz, ${params.add(id)})`)
  }
  const rows = await session.query<AccessLine & Record<string, unknown>>({
    text: `select id, at, actor, actor_name as "actorName", kind, record, record_id as "recordId", fields, reason, rows from access_log${where(conditions)} order by at desc, id desc limit ${page + 1}`,
    values: params.values,
  })
  return pageOf(rows, ({ at, id }) => ({ value: at, id }))
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

function countyOf(scope: Scope, params: ReturnType<typeof parameters>): readonly string[] {
  if (scope.level === 'all') return []
  return scope.level === 'county' ? [`county = ${params.add(scope.code)}`] : ['false']
}

function filterOf({ record, recordId, actor }: LogFilter, params: ReturnType<typeof parameters>): readonly string[] {
  return [
    ...(record === undefined ? [] : [`record = ${params.add(record)}`]),
    ...(recordId === undefined ? [] : [`record_id = ${params.add(recordId)}`]),
    ...(actor === undefined ? [] : [`actor = ${params.add(actor)}`]),
  ]
}

function where(conditions: readonly string[]): string {
  return conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
}

function pageOf<Line>(rows: readonly Line[], place: (line: Line) => { value: string; id: string }): LogPage<Line> {
  const entries = rows.slice(0, page)
  const last = entries.at(-1)
  return { entries, ...(rows.length > page && last !== undefined ? { next: writeCursor(place(last)) } : {}) }
}

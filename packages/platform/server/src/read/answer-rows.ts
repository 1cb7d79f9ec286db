import type { Session } from '@opendpf/database'
import type { FieldMeta, PlacedRecord, RecordAnswer, Scope } from '@opendpf/kit'
import { fieldMeta, fieldsOf, isMasked, maskFields, maskValue } from '@opendpf/kit'
import type { Row, StoredRow } from '../platform/codec.js'
import { codecOf } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import { parameters, scopeSql } from './conditions.js'

export interface AnswerOptions {
  readonly platform: Platform
  readonly session: Session
  readonly scope: Scope
  /** Fields that are shown; the title is always read. */
  readonly fields: readonly string[]
}

/** Rows as a person may see them: masked by class, with the titles of what they refer to, in one query per kind of reference. */
export async function answerRows(
  record: PlacedRecord,
  rows: readonly Row[],
  { platform, session, scope, fields }: AnswerOptions,
): Promise<readonly RecordAnswer[]> {
  const shown = fieldsOf(record).filter(({ name }) => fields.includes(name))
  const titles = new Map<string, ReadonlyMap<string, string>>()
  for (const { name, meta } of shown) {
    if (meta.kind !== 'reference') continue
    const ids = [...new Set(rows.flatMap((row) => (typeof row[name] === 'string' ? [row[name]] : [])))]
    titles.set(name, await titlesOf(platform.registry.record(meta.target ?? ''), ids, { platform, session, scope }))
  }
  const title = await titlesFor(record, rows, { platform, session, scope }, titles.get(record.title))
  return rows.map((row) => {
    const { values, masked } = maskFields(shown, Object.fromEntries(shown.map(({ name }) => [name, row[name] ?? null])))
    const labels: Record<string, string> = {}
    for (const { name, meta } of shown) {
      const value = row[name]
      if (typeof value !== 'string') continue
      if (meta.kind === 'division') labels[name] = platform.divisions.fullNameOf(value)
      if (meta.kind === 'reference') labels[name] = titles.get(name)?.get(value) ?? '—'
    }
    return {
      id: row.id,
      version: row.version,
      recordedAt: row.recordedAt,
      recordedBy: row.recordedBy,
      division: row.division,
      title: title(row),
      fields: values,
      masked,
      labels,
    }
  })
}

/** The fields an answer reads: what it shows, and what the row is called by. */
export function fieldsToRead(record: PlacedRecord, fields: readonly string[]): readonly string[] {
  return [...new Set([...fields, record.title])]
}

/** What rows are called by: a value of their own, or what the record is called that their title refers to. */
async function titlesFor(
  record: PlacedRecord,
  rows: readonly Row[],
  options: Omit<AnswerOptions, 'fields'>,
  known?: ReadonlyMap<string, string>,
): Promise<(row: Row) => string> {
  const meta = fieldMeta(record, record.title)
  if (meta.kind !== 'reference') return (row) => ownTitle(meta, row[record.title])
  const ids = [...new Set(rows.map((row) => String(row[record.title])))]
  const titles = known ?? (await titlesOf(options.platform.registry.record(meta.target ?? ''), ids, options))
  return (row) => titles.get(String(row[record.title])) ?? '—'
}

function ownTitle(meta: FieldMeta, value: unknown): string {
  if (value === null || value === undefined) return '—'
  return isMasked(meta) ? maskValue(meta, value) : String(value)
}

/** What the records of some ids are called; those outside the reader's territory are not in the map. */
async function titlesOf(
  target: PlacedRecord,
  ids: readonly string[],
  { platform, session, scope }: Omit<AnswerOptions, 'fields'>,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const codec = codecOf(target, platform.crypto)
  const params = parameters()
  const conditions = [`t.id = any(${params.add(ids)}::text[])`, ...scopeSql(target, scope, params)]
  const rows = await session.query<StoredRow>({
    name: `titles:${target.table}:${scope.level}`,
    text: `select ${codec.listOf([target.title])} from ${target.table} t where ${conditions.join(' and ')}`,
    values: params.values,
  })
  const wanted = new Set([target.title])
  const found = rows.map((row) => codec.decodeSome(row, wanted))
  const title = await titlesFor(target, found, { platform, session, scope })
  return new Map(found.map((row) => [row.id, title(row)]))
}

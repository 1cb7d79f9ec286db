import type { Session } from '@opendpf/database'
import type { PlacedRecord } from '@opendpf/kit'
import { fieldMeta, fieldsOf } from '@opendpf/kit'
import { messageOf } from '@opendpf/messages'
import type { Row } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import type { WriteSession } from '../write/write-session.js'
import { normalKey, storedForm } from './duplicate-keys.js'
import { type ImportTextKey, importTexts } from './messages.js'
import { columnOfField, type RowReader } from './read-row.js'
import type { RowDraft, RowRemark } from './row-draft.js'

/** Everything a batch is matched and written with. */
export interface BatchTools {
  readonly platform: Platform
  readonly write: WriteSession
  readonly reader: (draft: RowDraft) => RowReader
  /** Rows written after this instant were not seen by the dry run; undefined while it runs. */
  readonly seenUntil: string | undefined
}

/** Says what is wrong with a row at one of its fields; the cell's own content is in the remarks of the reading. */
export function refuseAt(
  draft: RowDraft,
  part: number,
  field: string,
  reader: RowReader,
  said: { readonly code: string; readonly message: string },
): void {
  draft.problems.push(remarkAt(draft, part, field, reader, said))
}

/** What is to be said of a row at one of its fields, with the cell it stands in. */
export function remarkAt(
  draft: RowDraft,
  part: number,
  field: string,
  reader: RowReader,
  said: { readonly code: string; readonly message: string },
): RowRemark {
  const mapped = columnOfField(reader, part, field)
  return {
    column: mapped?.index ?? null,
    heading: mapped?.heading ?? '',
    field: mapped?.column.address ?? field,
    value: mapped ? draft.shown(mapped) : '',
    ...said,
  }
}

/** Finds the existing rows that drafts mean, by their number in this system or by the key. Several are an error, never a guess. */
export async function matchRows(
  drafts: readonly RowDraft[],
  part: number,
  tools: BatchTools,
): Promise<ReadonlyMap<RowDraft, Row>> {
  const found = new Map<RowDraft, Row>()
  const [sample] = drafts
  if (sample === undefined) return found
  const { record, key } = tools.reader(sample).kind.parts[part] ?? {}
  if (record === undefined) return found
  const ids = drafts.flatMap((draft) => draft.parts[part]?.id ?? [])
  const byId = new Map(
    ids.length === 0
      ? []
      : ((await tools.write.context.read.many(record, { id: ids })) as readonly Row[]).map((row) => [row.id, row]),
  )
  const keys = new Map(
    drafts.flatMap((draft) => {
      const value = key === undefined ? undefined : draft.parts[part]?.values[key]
      return typeof value === 'string' && key !== undefined
        ? [[draft, normalKey(tools.reader(draft), part, key, value)] as const]
        : []
    }),
  )
  const byKey =
    key === undefined
      ? new Map<string, readonly Row[]>()
      : await rowsByKey(record, key, [...new Set(keys.values())], tools)
  for (const draft of drafts) {
    const reader = tools.reader(draft)
    const say = (code: ImportTextKey, field: string, params = {}): void =>
      refuseAt(draft, part, field, reader, {
        code,
        message: messageOf(importTexts, reader.locale, code, {
          label: reader.labelOf(part, field),
          record: titleOf(record, reader, tools),
          ...params,
        }),
      })
    const id = draft.parts[part]?.id
    if (id !== undefined) {
      const row = byId.get(id)
      if (row) found.set(draft, row)
      else say('idUnknown', 'id', { id: id.slice(0, 36) })
      continue
    }
    const [only, ...others] = byKey.get(keys.get(draft) ?? '') ?? []
    if (only === undefined || key === undefined) continue
    if (others.length > 0) say('matchAmbiguous', key, { count: others.length + 1 })
    else found.set(draft, only)
  }
  for (const [draft, row] of found) {
    if (tools.seenUntil === undefined || row.recordedAt <= tools.seenUntil) continue
    const reader = tools.reader(draft)
    refuseAt(draft, part, key ?? 'id', reader, {
      code: 'changedSince',
      message: messageOf(importTexts, reader.locale, 'changedSince', { record: titleOf(record, reader, tools) }),
    })
  }
  await refuseRegisteredElsewhere(
    drafts.filter((draft) => !found.has(draft)),
    { part, record, key, keys },
    tools,
  )
  return found
}

/** Rows by their key: one question for the batch, whether the key is sealed or stands in the open. */
async function rowsByKey(
  record: PlacedRecord,
  key: string,
  values: readonly string[],
  { write: { context } }: BatchTools,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (fieldMeta(record, key).storage !== 'plain')
    return (await context.read.byExact(record, key as never, values)) as ReadonlyMap<string, readonly Row[]>
  const rows = (await context.read.many(record, { [key]: values })) as readonly Row[]
  return Map.groupBy(rows, (row) => String(row[key]))
}

export function titleOf(record: PlacedRecord, reader: RowReader, { platform }: Pick<BatchTools, 'platform'>): string {
  return platform.registry.text(record.module, reader.locale, record.name)
}

/** A unique number that somebody has outside the actor's sight would fail at the database; here it is said in words. */
async function refuseRegisteredElsewhere(
  drafts: readonly RowDraft[],
  {
    part,
    record,
    key,
    keys,
  }: {
    readonly part: number
    readonly record: PlacedRecord
    readonly key: string | undefined
    readonly keys: ReadonlyMap<RowDraft, string>
  },
  tools: BatchTools,
): Promise<void> {
  if (key === undefined || !fieldMeta(record, key).isUnique || tools.write.context.actor.scope.level === 'all') return
  const field = `${record.ref}.${key}`
  const wanted = new Map(
    drafts.flatMap((draft) => {
      const value = keys.get(draft)
      return value === undefined ? [] : [[tools.platform.crypto.blind(field, value), draft] as const]
    }),
  )
  if (wanted.size === 0) return
  const text = 'select key, id from number_lookup where field = $1 and is_unique and key = any($2::text[])'
  const elsewhere = await tools.platform.pool.use({ level: 'all' }, (session: Session) =>
    session.query<{ key: string; id: string }>({ text, values: [field, [...wanted.keys()]] }),
  )
  const visible = new Set(
    elsewhere.length === 0
      ? []
      : ((await tools.write.context.read.many(record, { id: elsewhere.map(({ id }) => id) })) as readonly Row[]).map(
          ({ id }) => id,
        ),
  )
  for (const { key: taken, id } of elsewhere) {
    const draft = wanted.get(taken)
    if (draft === undefined || visible.has(id)) continue
    const reader = tools.reader(draft)
    refuseAt(draft, part, key, reader, {
      code: 'registeredElsewhere',
      message: messageOf(importTexts, reader.locale, 'registeredElsewhere', { label: reader.labelOf(part, key) }),
    })
  }
}

/**
 * Turns what stands in reference cells into ids: the number in this system, the whole value of an exact field, or, for a row that is
 * known, what the record it refers to already is called.
 */
export async function resolveReferences(
  drafts: readonly RowDraft[],
  part: number,
  known: ReadonlyMap<RowDraft, Row>,
  tools: BatchTools,
): Promise<void> {
  const [sample] = drafts
  const { record, references = [] } = sample === undefined ? {} : (tools.reader(sample).kind.parts[part] ?? {})
  if (record === undefined) return
  for (const field of references) {
    const filled = drafts.filter((draft) => draft.parts[part]?.values[field] !== undefined)
    if (filled.length === 0) continue
    const target = tools.platform.registry.record(fieldMeta(record, field).target ?? '')
    const found = await findTargets(
      target,
      filled.map((draft) => String(draft.parts[part]?.values[field])),
      tools,
    )
    const titles = await titlesOf(target, filled.flatMap((draft) => known.get(draft)?.[field] ?? []).map(String), tools)
    for (const draft of filled) {
      const values = draft.parts[part]?.values ?? {}
      const text = String(values[field])
      const present = known.get(draft)?.[field]
      if (typeof present === 'string' && titles.get(present) === text) {
        values[field] = present
        continue
      }
      const reader = tools.reader(draft)
      const [only, ...others] = found.get(text) ?? []
      const code = only === undefined ? 'referenceUnknown' : others.length > 0 ? 'referenceAmbiguous' : undefined
      if (code === undefined) values[field] = only
      else
        refuseAt(draft, part, field, reader, {
          code,
          message: messageOf(importTexts, reader.locale, code, {
            label: reader.labelOf(part, field),
            target: titleOf(target, reader, tools),
          }),
        })
    }
  }
}

async function titlesOf(
  target: PlacedRecord,
  ids: readonly string[],
  { write }: BatchTools,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = (await write.context.read.many(target, { id: [...new Set(ids)] })) as readonly Row[]
  return new Map(rows.map((row) => [row.id, String(row[target.title])]))
}

async function findTargets(
  target: PlacedRecord,
  texts: readonly string[],
  { write }: BatchTools,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  for (const row of (await write.context.read.many(target, { id: [...new Set(texts)] })) as readonly Row[])
    found.set(row.id, [row.id])
  for (const { name, meta } of fieldsOf(target)) {
    if (meta.storage !== 'exact') continue
    // two ways to write one number are one number
    const open = new Map(texts.filter((text) => !found.has(text)).map((text) => [text, storedForm(meta.format, text)]))
    const rows = (await write.context.read.byExact(target, name as never, [...new Set(open.values())])) as ReadonlyMap<
      string,
      readonly Row[]
    >
    for (const [text, value] of open) {
      const matches = rows.get(value)
      if (matches)
        found.set(
          text,
          matches.map(({ id }) => id),
        )
    }
  }
  return found
}

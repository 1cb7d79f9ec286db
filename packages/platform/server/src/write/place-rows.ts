import type { Session } from '@opendpf/database'
import type { Actor, PlacedRecord } from '@opendpf/kit'
import { fieldsOf, isWithinScope, parentField, placeOf, snakeCase } from '@opendpf/kit'
import type { Row } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import { parameters, scopeSql } from '../read/conditions.js'
import type { Pending, Speech } from './draft.js'

/** Rows that other rows refer to, as far as a change needs them: where they lie, and what is copied from them. */
type Targets = ReadonlyMap<string, Readonly<Record<string, unknown>>>

export interface PlaceOptions {
  readonly platform: Platform
  readonly session: Session
  readonly actor: Actor
  readonly speech: Speech
}

/**
 * Decides where each row lies and fills what it copies from the records it refers to. A division must exist and lie in the actor's
 * territory, before and after the change; a reference must be to a record the actor can see. One query per kind of reference.
 */
export async function placeRows(
  record: PlacedRecord,
  pending: readonly Pending[],
  options: PlaceOptions,
): Promise<void> {
  const parent = parentField(record)
  for (const { name, meta } of fieldsOf(record)) {
    if (meta.kind === 'division') checkDivisions(record, name, pending, options)
    if (meta.kind !== 'reference') continue
    const copies = fieldsOf(record).filter((field) => field.meta.copiedFrom?.reference === name)
    const changed = pending.filter(
      ({ draft, before }) =>
        (draft.values as Row)[name] !== null && (before === undefined || before[name] !== (draft.values as Row)[name]),
    )
    const targets = await loadTargets(
      meta.target ?? '',
      changed.map(({ draft }) => String((draft.values as Row)[name])),
      copies.map(({ meta: { copiedFrom } }) => copiedFrom?.field ?? ''),
      options,
    )
    for (const item of changed) {
      const target = targets.get(String((item.draft.values as Row)[name]))
      if (!target) {
        item.problems.push(options.speech.own(record, name, 'referenceMissing'))
        continue
      }
      for (const copy of copies)
        (item.draft.values as Record<string, unknown>)[copy.name] =
          target[snakeCase(copy.meta.copiedFrom?.field ?? '')] ?? null
      if (parent === name)
        item.place = {
          division: target.division as string,
          county: target.county as string,
          town: (target.town ?? null) as string | null,
        }
    }
  }
}

function checkDivisions(
  record: PlacedRecord,
  field: string,
  pending: readonly Pending[],
  { platform, actor, speech }: PlaceOptions,
): void {
  const isPlace = record.scope === 'division' && field === 'division'
  for (const item of pending) {
    const code = (item.draft.values as Row)[field]
    if (typeof code !== 'string' || (item.before && item.before[field] === code)) continue
    if (!platform.divisions.find(code)) {
      item.problems.push(speech.own(record, field, 'divisionUnknown', { code }))
      continue
    }
    if (!isPlace) continue
    item.place = placeOf(code)
    if (!isWithinScope(actor.scope, item.place)) item.problems.push(speech.own(record, field, 'divisionOutside'))
  }
}

async function loadTargets(
  ref: string,
  ids: readonly string[],
  copied: readonly string[],
  { platform, session, actor }: PlaceOptions,
): Promise<Targets> {
  if (ids.length === 0) return new Map()
  const target = platform.registry.record(ref)
  const place = target.scope === 'global' ? [] : ['division', 'county', 'town']
  const columns = ['id', ...place, ...new Set(copied.filter((field) => field !== 'division').map(snakeCase))]
  const params = parameters()
  const conditions = [`t.id = any(${params.add([...new Set(ids)])}::text[])`, ...scopeSql(target, actor.scope, params)]
  const rows = await session.query<Readonly<Record<string, unknown>> & { id: string }>({
    name: `targets:${ref}:${actor.scope.level}:${columns.join()}`,
    text: `select ${columns.join(', ')} from ${target.table} t where ${conditions.join(' and ')}`,
    values: params.values,
  })
  return new Map(rows.map((row) => [row.id, row]))
}

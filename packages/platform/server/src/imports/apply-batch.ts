import type { PlacedRecord } from '@opendpf/kit'
import { fieldMeta, fieldsOf, isMasked, maskValue } from '@opendpf/kit'
import { messageOf } from '@opendpf/messages'
import type { Row } from '../platform/codec.js'
import type { Change, Outcome } from '../write/draft.js'
import { changeOfPeriod, changesOfMarks, isMarkPart, type MarkedChange } from './apply-marks.js'
import type { KindPart } from './kinds.js'
import { type BatchTools, matchRows, refuseAt, resolveReferences, titleOf } from './match-rows.js'
import { importTexts } from './messages.js'
import { columnOfField, type RowReader } from './read-row.js'
import type { FieldChange, RowDraft, RowOutcome, RowResult } from './row-draft.js'

/** What has become of one part of a row. */
interface Written {
  readonly row: Row
  readonly before: Row | undefined
}

/**
 * Takes a batch of rows through the write path, one record after the other, in a few queries each. In a dry run nothing of it stays.
 * A row with a problem in any of its parts is refused as a whole; what its earlier parts wrote must then be taken back by the caller.
 */
export async function applyBatch(drafts: readonly RowDraft[], tools: BatchTools): Promise<readonly RowResult[]> {
  const written = new Map<RowDraft, (Written | undefined)[]>(drafts.map((draft) => [draft, []]))
  const [sample] = drafts
  const parts = sample === undefined ? [] : tools.reader(sample).kind.parts
  for (const [position, part] of parts.entries()) {
    const open = drafts.filter((draft) => draft.problems.length === 0 && draft.parts[position]?.isFilled === true)
    if (isMarkPart(part)) {
      const ownerOf = (draft: RowDraft, target: number) => written.get(draft)?.[target]?.row
      await applyChanges(await changesOfMarks(open, { part, position, ownerOf, tools }), {
        position,
        part,
        written,
        tools,
      })
      continue
    }
    const known = await matchRows(open, position, tools)
    await resolveReferences(open, position, known, tools)
    for (const draft of open) refuseMasked(draft, position, known.get(draft), { part, reader: tools.reader(draft) })
    for (const draft of open)
      linkTo(draft, position, {
        part,
        known: known.get(draft),
        written: written.get(draft) ?? [],
        reader: tools.reader(draft),
        tools,
      })
    const good = open.filter((draft) => draft.problems.length === 0)
    const changes = good.map((draft) => ({ draft, change: changeOf(draft, position, known.get(draft)) }))
    await applyChanges(changes, { position, part, written, tools })
  }
  return drafts.map((draft) => resultOf(draft, written.get(draft) ?? [], tools))
}

/** Writes what the rows of a batch change about one record, and keeps what became of each. */
async function applyChanges(
  changes: readonly MarkedChange[],
  {
    position,
    part,
    written,
    tools,
  }: {
    readonly position: number
    readonly part: KindPart
    readonly written: ReadonlyMap<RowDraft, (Written | undefined)[]>
    readonly tools: BatchTools
  },
): Promise<void> {
  if (changes.length === 0) return
  const outcomes = await tools.write.apply(
    part.record,
    changes.map(({ change }) => change),
    'person',
  )
  for (const [index, { draft }] of changes.entries()) {
    const outcome = outcomes[index]
    if (outcome === undefined) continue
    takeRemarks(draft, position, outcome, tools.reader(draft))
    const rows = written.get(draft)
    if (outcome.row && rows) rows[position] = { row: outcome.row, before: outcome.before }
  }
}

/** A masked value of a known row must be the mask of what is stored; it then says nothing. */
function refuseMasked(
  draft: RowDraft,
  position: number,
  known: Row | undefined,
  { part, reader }: { readonly part: RowReader['kind']['parts'][number]; readonly reader: RowReader },
): void {
  for (const [field, text] of Object.entries(draft.parts[position]?.masked ?? {})) {
    const stored = known?.[field]
    if (stored !== null && stored !== undefined && maskValue(fieldMeta(part.record, field), stored) === text) continue
    refuseAt(draft, position, field, reader, {
      code: 'masked',
      message: messageOf(importTexts, reader.locale, 'masked', { label: reader.labelOf(position, field) }),
    })
  }
}

/** Fills the references to earlier parts; an existing row that refers to another is somebody else's. */
function linkTo(
  draft: RowDraft,
  position: number,
  {
    part,
    known,
    written,
    reader,
    tools,
  }: {
    readonly part: RowReader['kind']['parts'][number]
    readonly known: Row | undefined
    readonly written: readonly (Written | undefined)[]
    readonly reader: RowReader
    readonly tools: BatchTools
  },
): void {
  for (const [field, target] of Object.entries(part.links)) {
    const id = written[target]?.row.id
    const values = draft.parts[position]?.values
    if (id === undefined || values === undefined) continue
    if (known === undefined) values[field] = id
    else if (known[field] !== id) {
      const named = part.key ?? field
      const other = reader.kind.parts[target]?.record
      refuseAt(draft, position, named, reader, {
        code: 'linkedToOther',
        message: messageOf(importTexts, reader.locale, 'linkedToOther', {
          label: reader.labelOf(position, named),
          target: other ? titleOf(other, reader, tools) : '',
        }),
      })
    }
  }
}

function changeOf(draft: RowDraft, position: number, known: Row | undefined): Change {
  const { values = {}, defaults = {} } = draft.parts[position] ?? {}
  return known === undefined
    ? { action: 'create', values: { ...defaults, ...values } }
    : { action: 'update', id: known.id, version: known.version, values: newOnes(values, known) }
}

/** What a known row does not hold already. */
function newOnes(values: Readonly<Record<string, unknown>>, known: Row): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([field, value]) => !isSame(value, known[field])))
}

/** Whether two values are one, whatever the order in which the database keeps the parts of a structure. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return (one ?? null) === (other ?? null)
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) =>
      isSame((one as Readonly<Record<string, unknown>>)[key], (other as Readonly<Record<string, unknown>>)[key]),
    )
  )
}

function takeRemarks(draft: RowDraft, position: number, { problems, warnings }: Outcome, reader: RowReader): void {
  const place = (path: string) => {
    const field = path.split('.')[0] ?? path
    const mapped = columnOfField(reader, position, field)
    return {
      column: mapped?.index ?? null,
      heading: mapped?.heading ?? '',
      field: mapped?.column.address ?? field,
      value: mapped ? draft.shown(mapped) : '',
    }
  }
  for (const { path, code, message } of problems) draft.problems.push({ ...place(path), code, message })
  for (const { path, code, message } of warnings) draft.warnings.push({ ...place(path), code, message })
}

function resultOf(draft: RowDraft, written: readonly (Written | undefined)[], tools: BatchTools): RowResult {
  if (draft.problems.length > 0) return { draft, outcome: 'refused', changes: [] }
  const reader = tools.reader(draft)
  const changes = written.flatMap((part, position) => {
    const { record, mark } = reader.kind.parts[position] ?? {}
    if (part && record && mark) return changeOfPeriod(record, part, { mark, reader })
    return part && record ? changesOf(record, part, { reader, position, isComposite: written.length > 1 }) : []
  })
  return { draft, outcome: outcomeOf(written, changes), changes }
}

function outcomeOf(written: readonly (Written | undefined)[], changes: readonly FieldChange[]): RowOutcome {
  const [first] = written.filter((part) => part !== undefined)
  if (first !== undefined && first.before === undefined) return 'create'
  const isNew = written.some((part) => part !== undefined && part.before === undefined)
  return isNew || changes.length > 0 ? 'update' : 'unchanged'
}

/** What a row changes, field by field; for a new row what it is called by. */
function changesOf(
  record: PlacedRecord,
  { row, before }: Written,
  {
    reader,
    position,
    isComposite,
  }: { readonly reader: RowReader; readonly position: number; readonly isComposite: boolean },
): readonly FieldChange[] {
  const shown = (field: string, value: unknown): unknown =>
    value === null || value === undefined
      ? null
      : isMasked(fieldMeta(record, field))
        ? maskValue(fieldMeta(record, field), value)
        : value
  const address = (field: string): string => (isComposite ? `${record.name}.${field}` : field)
  return fieldsOf(record)
    .filter(({ name, meta }) =>
      before === undefined ? name === record.title : meta.isDerived !== true && !isSame(before[name], row[name]),
    )
    .map(({ name }) => ({
      field: address(name),
      label: reader.labelOf(position, name),
      before: shown(name, before?.[name]),
      after: shown(name, row[name]),
    }))
}

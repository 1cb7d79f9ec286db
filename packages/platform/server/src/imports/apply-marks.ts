import type { PlacedRecord } from '@opendpf/kit'
import { messageOf } from '@opendpf/messages'
import type { Row } from '../platform/codec.js'
import type { Change } from '../write/draft.js'
import type { KindPart, PlacedMark } from './kinds.js'
import { type BatchTools, refuseAt, remarkAt, titleOf } from './match-rows.js'
import { importTexts } from './messages.js'
import { columnOfField, type RowReader } from './read-row.js'
import type { FieldChange, RowDraft } from './row-draft.js'

/** A change that a mark asks for, with the row it is about. */
export interface MarkedChange {
  readonly draft: RowDraft
  readonly change: Change
}

/** A part of a kind that is a column of yes and no. */
export type MarkPart = KindPart & { readonly mark: PlacedMark }

/** Whether a part is a column of yes and no. */
export function isMarkPart(part: KindPart): part is MarkPart {
  return part.mark !== undefined
}

/**
 * What the yes and no of a batch change about the periods of those they were said of. Yes on a day that a period covers says nothing
 * new, and neither does no on a day that none covers; yes before a period that began later is left to a person.
 */
export async function changesOfMarks(
  drafts: readonly RowDraft[],
  {
    part,
    position,
    ownerOf,
    tools,
  }: {
    readonly part: MarkPart
    readonly position: number
    readonly ownerOf: (draft: RowDraft, target: number) => Row | undefined
    readonly tools: BatchTools
  },
): Promise<readonly MarkedChange[]> {
  const { mark, record } = part
  const [[link, target] = ['', -1]] = Object.entries(part.links)
  const owned = drafts.flatMap((draft) => {
    const owner = ownerOf(draft, target)
    if (owner !== undefined) return [{ draft, owner: owner.id }]
    refuseMark(draft, position, tools, 'markAlone', target)
    return []
  })
  if (owned.length === 0) return []
  const where = { [link]: owned.map(({ owner }) => owner), ...mark.only }
  const rows = (await tools.write.context.read.many(record, where)) as readonly Row[]
  const periods = Map.groupBy(rows, (row) => String(row[link]))
  return owned.flatMap(({ draft, owner }): readonly MarkedChange[] => {
    const reader = tools.reader(draft)
    const day = reader.listDate
    const known = periods.get(owner) ?? []
    const covering = known.find((row) => String(row[mark.from]) <= day && isOpenOn(row[mark.until], day))
    if (draft.parts[position]?.values[mark.name] === true) {
      if (covering) return []
      if (known.some((row) => String(row[mark.from]) > day)) {
        draft.warnings.push(
          remarkAt(
            draft,
            position,
            mark.name,
            reader,
            say(reader, 'markEarlier', { label: mark.label(reader.locale), day }),
          ),
        )
        return []
      }
      const values = { ...mark.values, ...mark.only, [link]: owner, [mark.from]: day }
      return [{ draft, change: { action: 'create', values } }]
    }
    if (!covering || covering[mark.until] === day) return []
    if (tools.seenUntil !== undefined && covering.recordedAt > tools.seenUntil) {
      refuseMark(draft, position, tools, 'changedSince')
      return []
    }
    const { id, version } = covering
    return [{ draft, change: { action: 'update', id, version, values: { [mark.until]: day } } }]
  })
}

function isOpenOn(until: unknown, day: string): boolean {
  return until === null || String(until) >= day
}

function say(reader: RowReader, key: 'markAlone' | 'markEarlier' | 'changedSince', params: Record<string, string>) {
  return { code: key, message: messageOf(importTexts, reader.locale, key, params) }
}

function refuseMark(
  draft: RowDraft,
  position: number,
  tools: BatchTools,
  key: 'markAlone' | 'changedSince',
  about = position,
): void {
  const reader = tools.reader(draft)
  const { record } = reader.kind.parts[about] ?? {}
  const named = columnOfField(reader, position, '')
  refuseAt(
    draft,
    position,
    named?.column.field ?? '',
    reader,
    say(reader, key, {
      label: named?.column.labels[reader.locale] ?? '',
      record: record ? titleOf(record, reader, tools) : '',
    }),
  )
}

/** What became of a period, as one change: its days before and after. */
export function changeOfPeriod(
  record: PlacedRecord,
  { row, before }: { readonly row: Row; readonly before: Row | undefined },
  { mark, reader }: { readonly mark: PlacedMark; readonly reader: RowReader },
): readonly FieldChange[] {
  const days = (period: Row): string => `${period[mark.from]} – ${period[mark.until] ?? ''}`.trim()
  if (before && days(before) === days(row)) return []
  return [
    {
      field: `${record.name}.${mark.name}`,
      label: mark.label(reader.locale),
      before: before ? days(before) : null,
      after: days(row),
    },
  ]
}

import type { Filter, ListQuery, PlacedRecord } from '@opendpf/kit'
import { fieldMeta, fieldsOf, filterKind } from '@opendpf/kit'
import { parseDateText } from '@opendpf/standards'
import { readYuan, typeYuan } from '../values/money.js'
import type { Asked } from './list-state.js'

/** One filter as it is being filled in: chosen values, or the two ends of a range as typed. */
export interface DraftFilter {
  readonly any: readonly string[]
  readonly from: string
  readonly to: string
}

/** The conditions of a list while they are being filled in. */
export interface FilterDraft {
  readonly search: string
  readonly lookupField: string
  readonly lookupValue: string
  readonly within: string
  readonly filters: Readonly<Record<string, DraftFilter>>
}

const none: DraftFilter = { any: [], from: '', to: '' }

/** One filter of a draft, empty when nothing was chosen. */
export function draftOf(draft: FilterDraft, field: string): DraftFilter {
  return draft.filters[field] ?? none
}

/** Fields that can be looked up by their whole value. */
export function lookupFields(record: PlacedRecord): readonly string[] {
  return fieldsOf(record)
    .filter(({ meta }) => meta.storage === 'exact')
    .map(({ name }) => name)
}

/** The filters a list shows: the record's own division is chosen once, as territory. */
export function filterFields(record: PlacedRecord): readonly string[] {
  return (record.list.filters ?? []).filter((field) => !(record.scope === 'division' && field === 'division'))
}

/** Fills a draft from the query in force. */
export function startDraft(record: PlacedRecord, query: ListQuery): FilterDraft {
  const filters: Record<string, DraftFilter> = {}
  for (const [field, filter] of Object.entries(query.filters)) {
    const isMoney = fieldMeta(record, field).kind === 'money'
    const end = (value: string | undefined) => (value === undefined ? '' : isMoney ? typeYuan(Number(value)) : value)
    if ('any' in filter) filters[field] = { ...none, any: filter.any }
    else if (!('empty' in filter)) filters[field] = { ...none, from: end(filter.from), to: end(filter.to) }
  }
  return {
    search: query.search ?? '',
    lookupField: query.lookup?.field ?? lookupFields(record)[0] ?? '',
    lookupValue: query.lookup?.value ?? '',
    within: query.within ?? '',
    filters,
  }
}

/** A range end that could not be read, by field. */
export type DraftProblems = Readonly<Record<string, true>>

/** Turns a draft into conditions to ask with; ends that are no dates, numbers or amounts are named instead. */
export function readDraft(
  record: PlacedRecord,
  draft: FilterDraft,
): {
  readonly conditions: { readonly filters: Readonly<Record<string, Filter>>; readonly within?: string } & Asked
  readonly problems: DraftProblems
} {
  const filters: Record<string, Filter> = {}
  const problems: Record<string, true> = {}
  for (const field of record.list.filters ?? []) {
    const { any, from, to } = draftOf(draft, field)
    const meta = fieldMeta(record, field)
    if (filterKind(meta) === 'any') {
      const values = any.map((value) => value.trim()).filter(Boolean)
      if (values.length > 0) filters[field] = { any: values }
      continue
    }
    const ends = [from, to].map((text) => readEnd(meta.kind, text))
    if (ends.includes('wrong')) problems[field] = true
    const [start, end] = ends
    if (start !== undefined || end !== undefined)
      filters[field] = { ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { to: end }) }
  }
  const search = draft.search.trim()
  const value = draft.lookupValue.trim()
  return {
    conditions: {
      filters,
      ...(draft.within === '' ? {} : { within: draft.within }),
      // a number says more than a name: the two are never asked together
      ...(value === '' ? (search === '' ? {} : { search }) : { lookup: { field: draft.lookupField, value } }),
    },
    problems,
  }
}

function readEnd(kind: string, text: string): string | 'wrong' | undefined {
  if (text.trim() === '') return undefined
  if (kind === 'date' || kind === 'instant') {
    const date = parseDateText(text)
    return date.ok ? date.value : 'wrong'
  }
  if (kind === 'money') {
    const fen = readYuan(text)
    return fen === undefined ? 'wrong' : String(fen)
  }
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  return /^-?\d+$/.test(plain) ? plain : 'wrong'
}

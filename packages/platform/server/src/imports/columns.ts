import type { FieldMeta, PlacedRecord, Registry } from '@opendpf/kit'
import { fieldMeta, isOptional } from '@opendpf/kit'
import { messageOf } from '@opendpf/messages'
import type { ColumnKind, ColumnSpec } from '@opendpf/sheets'
import { type CodeList, disabilityCategories, disabilityGrades } from '@opendpf/standards'
import { choiceList } from './choice-list.js'
import type { ImportKind, PlacedMark } from './kinds.js'
import { importTexts } from './messages.js'

/** What a column says of its field: the whole value, the name of its town or village, the record's own number, or whether there is such a row. */
export type Aspect = 'whole' | 'town' | 'village' | 'id' | 'mark'

/** A column that a sheet of this kind can have. */
export interface ImportColumn {
  /** How a mapping names it: `name`, `person.name`, `division@town`. */
  readonly address: string
  readonly part: number
  readonly field: string
  readonly aspect: Aspect
  readonly meta: FieldMeta
  readonly labels: { readonly 'zh-CN': string; readonly en: string }
  readonly spec: ColumnSpec
  /** What codes and choices are read with. */
  readonly list?: CodeList
}

/** What the number of an existing row is, seen as a field. */
const idMeta: FieldMeta = { kind: 'text', privacy: 'S1', storage: 'plain' }
const idField = 'id'

/** All columns of a kind, derived from the fields of its records. */
export function columnsOfKind(kind: ImportKind, registry: Registry): readonly ImportColumn[] {
  const isComposite = kind.parts.length > 1
  return kind.parts.flatMap((part, position) => {
    const prefix = isComposite ? `${part.record.name}.` : ''
    if (part.mark) return [markColumn(part.mark, part.record, position)]
    const own = part.fields.flatMap((field) => columnsOfField(part.record, field, { registry, prefix, position }))
    return isComposite ? own : [...own, systemNumber(position)]
  })
}

interface Context {
  readonly registry: Registry
  readonly prefix: string
  readonly position: number
}

function columnsOfField(
  record: PlacedRecord,
  field: string,
  { registry, prefix, position }: Context,
): readonly ImportColumn[] {
  const meta = fieldMeta(record, field)
  const kind = kindOf(meta)
  if (kind === undefined) return []
  const label = (locale: 'zh-CN' | 'en'): string => registry.text(record.module, locale, `${record.name}.${field}`)
  const labels = { 'zh-CN': label('zh-CN'), en: label('en') }
  const schema = record.fields[field]
  const list = meta.codes ?? (meta.kind === 'choice' ? choiceList(record, field, registry) : undefined)
  const values = list?.entries.map(({ zh }) => zh)
  const whole: ImportColumn = {
    address: `${prefix}${field}`,
    part: position,
    field,
    aspect: 'whole',
    meta,
    labels,
    spec: {
      field: `${prefix}${field}`,
      labels: [labels['zh-CN'], labels.en, ...(meta.headings ?? [])],
      kind,
      required: schema !== undefined && !isOptional(schema),
      ...(values === undefined || kind.startsWith('disability') ? {} : { values }),
    },
    ...(list === undefined ? {} : { list }),
  }
  return record.scope === 'division' && field === 'division' ? [whole, ...placeColumns(whole)] : [whole]
}

/** Yes or no, for a row that is there or not. */
function markColumn(mark: PlacedMark, record: PlacedRecord, part: number): ImportColumn {
  const labels = { 'zh-CN': mark.label('zh-CN'), en: mark.label('en') }
  const address = `${record.name}.${mark.name}`
  return {
    address,
    part,
    field: mark.name,
    aspect: 'mark',
    meta: { kind: 'flag', privacy: 'S2', storage: 'plain' },
    labels,
    spec: { field: address, labels: [labels['zh-CN'], labels.en, ...(mark.headings ?? [])], kind: 'yes-no' },
  }
}

/** A place is often written in two columns, town and village. */
function placeColumns(whole: ImportColumn): readonly ImportColumn[] {
  const headings = {
    town: ['乡镇', '镇街', '街道', '镇（街道）', '乡（镇）', '乡镇街道', '所属乡镇'],
    village: ['村', '社区', '村居', '村（居）', '行政村', '村社区', '所属村'],
  } as const
  return (['town', 'village'] as const).map((aspect): ImportColumn => {
    const labels = { 'zh-CN': importTexts['zh-CN'][aspect], en: importTexts.en[aspect] }
    const address = `${whole.address}@${aspect}`
    return {
      ...whole,
      address,
      aspect,
      labels,
      spec: { field: address, labels: [labels['zh-CN'], labels.en, ...headings[aspect]], kind: 'division' },
    }
  })
}

/** A file that was taken out of the system carries the number of each row, by which it is recognised when it comes back. */
function systemNumber(position: number): ImportColumn {
  const labels = { 'zh-CN': messageOf(importTexts, 'zh-CN', 'systemId'), en: messageOf(importTexts, 'en', 'systemId') }
  return {
    address: idField,
    part: position,
    field: idField,
    aspect: 'id',
    meta: idMeta,
    labels,
    spec: { field: idField, labels: [labels['zh-CN'], labels.en], kind: 'text' },
  }
}

const kinds: Readonly<Record<FieldMeta['kind'], ColumnKind | undefined>> = {
  text: 'text',
  multiline: 'text',
  name: 'name',
  choice: 'code',
  codes: 'code',
  flag: 'yes-no',
  date: 'date',
  whole: 'number',
  money: 'number',
  reference: 'text',
  division: 'division',
  number: 'long-number',
  instant: undefined,
  data: undefined,
  attachments: undefined,
}

function kindOf(meta: FieldMeta): ColumnKind | undefined {
  if (meta.format === 'resident-id') return 'id'
  if (meta.format === 'certificate-number') return 'certificate'
  if (meta.format === 'phone') return 'phone'
  if (meta.codes?.id === disabilityCategories.id) return 'disability-category'
  if (meta.codes?.id === disabilityGrades.id) return 'disability-grade'
  // the name of an organisation has brackets and digits, which that of a person must not have
  if (meta.kind === 'name' && meta.privacy === 'S1') return 'text'
  return kinds[meta.kind]
}

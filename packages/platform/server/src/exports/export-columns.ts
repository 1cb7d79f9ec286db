import type { FieldMeta, PlacedRecord, RecordAnswer, Registry } from '@opendpf/kit'
import { fieldMeta, fieldsOf, isMasked } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import type { ExportColumn, SheetValue } from '@opendpf/sheets'
import { type DisabilityComponent, disabilityCategories, disabilityGrades } from '@opendpf/standards'
import { importTexts } from '../imports/messages.js'
import type { Row } from '../platform/codec.js'
import { exportTexts } from './messages.js'

/** A column of an export: its heading and how a row fills it. */
export interface ExportField {
  readonly field: string
  readonly column: ExportColumn
  value(answer: RecordAnswer, row: Row): SheetValue
}

export interface ExportColumnsOptions {
  readonly registry: Registry
  readonly locale: Locale
  /** Full values instead of masked ones; somebody approved it. */
  readonly isUnmasked: boolean
}

/** The fields that an export carries: those of the detail page in its order, or all when the record has no page of its own. */
export function exportedFields(record: PlacedRecord): readonly string[] {
  return record.sections?.flatMap(({ fields }) => fields) ?? fieldsOf(record).map(({ name }) => name)
}

/** Whether the record holds anything that is masked unless somebody lets it out. */
export function hasMaskedFields(record: PlacedRecord): boolean {
  return exportedFields(record).some((field) => isMasked(fieldMeta(record, field)))
}

/** The columns of an export, in words a person reads and an import understands again; last the number by which a row is recognised. */
export function exportColumns(record: PlacedRecord, options: ExportColumnsOptions): readonly ExportField[] {
  const { registry, locale } = options
  return [
    ...exportedFields(record).map((field): ExportField => {
      const meta = fieldMeta(record, field)
      const heading = registry.text(record.module, locale, `${record.name}.${field}`)
      const say = sayer(record, field, meta, options)
      return {
        field,
        column: { heading, ...kindOf(meta) },
        value: (answer, row) =>
          say(options.isUnmasked ? row[field] : (answer.fields as Readonly<Record<string, unknown>>)[field], answer),
      }
    }),
    {
      field: 'id',
      column: { heading: messageOf(importTexts, locale, 'systemId'), kind: 'text' },
      value: (answer) => answer.id,
    },
  ]
}

function kindOf(meta: FieldMeta): { readonly kind?: 'text' | 'date' | 'number' } {
  if (meta.kind === 'date') return { kind: 'date' }
  if (meta.kind === 'whole' || meta.kind === 'money') return { kind: 'number' }
  return { kind: 'text' }
}

type Say = (value: unknown, answer: RecordAnswer) => SheetValue

function sayer(record: PlacedRecord, field: string, meta: FieldMeta, { registry, locale }: ExportColumnsOptions): Say {
  const filled =
    (say: Say): Say =>
    (value, answer) =>
      value === null || value === undefined ? null : say(value, answer)
  switch (meta.kind) {
    case 'choice':
      return filled((value) =>
        meta.choices?.includes(String(value))
          ? registry.text(record.module, locale, `${record.name}.${field}.${String(value)}`)
          : String(value),
      )
    case 'codes':
      return filled((value) => nameOf(meta, String(value), locale))
    case 'flag':
      return filled((value) => messageOf(exportTexts, locale, value === true ? 'yes' : 'no'))
    case 'money':
      return filled((value) => Number(value) / 100)
    case 'whole':
      return filled(Number)
    case 'division':
    case 'reference':
      return filled((value, { labels }) => labels[field] ?? String(value))
    case 'data':
      return filled((value) => sayComponents(value, locale) ?? JSON.stringify(value))
    default:
      return filled(String)
  }
}

function nameOf(meta: FieldMeta, code: string, locale: Locale): string {
  const entry = meta.codes?.find(code)
  return entry === undefined ? code : locale === 'zh-CN' ? entry.zh : entry.en
}

/** `肢体二级、视力一级`; undefined for what are no components of a disability. */
function sayComponents(value: unknown, locale: Locale): string | undefined {
  if (!Array.isArray(value)) return undefined
  const parts = (value as readonly Partial<DisabilityComponent>[]).map(({ category, grade } = {}) => {
    const [kind, level] = [disabilityCategories.find(category), disabilityGrades.find(grade)]
    if (kind === undefined || level === undefined) return undefined
    return locale === 'zh-CN' ? `${kind.zh.replace(/残疾$/, '')}${level.zh}` : `${kind.en} ${level.en}`
  })
  return parts.includes(undefined) ? undefined : parts.join(locale === 'zh-CN' ? '、' : ', ')
}

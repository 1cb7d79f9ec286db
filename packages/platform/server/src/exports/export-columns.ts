import type { FieldMeta, PlacedRecord, RecordAnswer, Registry } from '@opendpf/kit'
import { fieldMeta, fieldsOf, isMasked } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import type { ExportColumn, SheetValue } from '@opendpf/sheets'
import { importTexts } from '../imports/messages.js'
import type { Row } from '../platform/codec.js'
import { sayer } from '../read/sayer.js'

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
      const say = sayer(record, field, options)
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

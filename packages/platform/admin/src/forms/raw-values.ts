import type { FieldMeta, PlacedRecord } from '@opendpf/kit'
import { fieldMeta, inputFields, isOptional } from '@opendpf/kit'
import { parseDateText } from '@opendpf/standards'
import { readYuan, typeYuan } from '../values/money.js'

/** A field as a person fills it in: text as typed, yes or no as `'true'` and `'false'`, structures as they are. */
export type RawValue = unknown
export type RawValues = Readonly<Record<string, RawValue>>

/** What a control shows for a stored value. */
export function rawOf(meta: FieldMeta, value: unknown): RawValue {
  if (isStructure(meta)) return value ?? null
  if (value === null || value === undefined) return ''
  if (meta.kind === 'money' && typeof value === 'number') return typeYuan(value)
  return String(value)
}

/**
 * What is checked and sent for what was filled in. Text that is no number, date or amount stays text, so that the check says what is
 * wrong with it; an empty control is `null`.
 */
export function inputOf(meta: FieldMeta, raw: RawValue): unknown {
  if (meta.kind === 'attachments') return Array.isArray(raw) && raw.length > 0 ? raw : null
  if (meta.kind === 'data') return raw ?? null
  const text = typeof raw === 'string' ? raw.trim() : raw
  if (text === '' || text === null || text === undefined) return null
  if (typeof text !== 'string') return text
  switch (meta.kind) {
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'date': {
      const date = parseDateText(text)
      return date.ok ? date.value : text
    }
    case 'money':
      return readYuan(text) ?? text
    case 'whole': {
      const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
      return /^-?\d{1,15}$/.test(plain) ? Number(plain) : text
    }
    // numbers are pasted in groups and in full-width digits
    case 'number':
      return text.normalize('NFKC').replace(/\s/g, '')
    default:
      return text
  }
}

/** What is kept as it is, instead of as text. */
function isStructure({ kind }: FieldMeta): boolean {
  return kind === 'data' || kind === 'attachments'
}

/** The empty form of a record, with what is known beforehand. */
export function emptyValues(record: PlacedRecord, known: RawValues = {}): RawValues {
  return Object.fromEntries(
    inputFields(record).map((field) => [field, known[field] ?? rawOf(fieldMeta(record, field), null)]),
  )
}

/** The form of a stored row. Hidden values are not in it: they stay as they are unless entered anew. */
export function valuesOf(
  record: PlacedRecord,
  row: { readonly fields: Readonly<Record<string, unknown>>; readonly masked: readonly string[] },
): RawValues {
  return Object.fromEntries(
    inputFields(record).map((field) => [
      field,
      // files are told apart though they are hidden: one can be added or taken away without entering all anew
      row.masked.includes(field) && fieldMeta(record, field).kind !== 'attachments'
        ? ''
        : rawOf(fieldMeta(record, field), row.fields[field]),
    ]),
  )
}

/** Fields whose input differs from how the form began. */
export function changedFields(record: PlacedRecord, before: RawValues, now: RawValues): readonly string[] {
  return inputFields(record).filter((field) => {
    const meta = fieldMeta(record, field)
    return JSON.stringify(inputOf(meta, before[field])) !== JSON.stringify(inputOf(meta, now[field]))
  })
}

/** Whether the form must have the field; a yes-or-no must be answered too. */
export function isRequired(record: PlacedRecord, field: string): boolean {
  const schema = record.fields[field]
  return schema !== undefined && !isOptional(schema)
}

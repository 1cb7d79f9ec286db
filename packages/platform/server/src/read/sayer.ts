import type { FieldMeta, PlacedRecord, RecordAnswer, Registry } from '@opendpf/kit'
import { attachmentsIn, fieldMeta } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import type { SheetValue } from '@opendpf/sheets'
import { type DisabilityComponent, disabilityCategories, disabilityGrades } from '@opendpf/standards'
import { exportTexts } from '../exports/messages.js'

/** Says a value of one field in the words a person reads; nothing for an empty one. */
export type Say = (value: unknown, answer: Pick<RecordAnswer, 'labels'>) => SheetValue

/** How the values of a field are said outside a screen: in a sheet, on paper. */
export function sayer(
  record: PlacedRecord,
  field: string,
  { registry, locale }: { readonly registry: Registry; readonly locale: Locale },
): Say {
  const meta = fieldMeta(record, field)
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
    case 'attachments':
      return filled((value) =>
        attachmentsIn(value)
          .map(({ name }) => name)
          .join(locale === 'zh-CN' ? '、' : ', '),
      )
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

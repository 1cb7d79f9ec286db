import type { FieldMeta, PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { attachmentsIn, fieldMeta } from '@opendpf/kit'
import type { ReactNode } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { fileName } from '../attachments/file-name.js'
import { AppLink } from '../components/app-link.js'
import { Chip } from '../components/chip.js'
import { Icon } from '../components/icon.js'
import type { Labels } from '../i18n/labels.js'
import { useLabels } from '../i18n/labels.js'
import type { Text } from '../i18n/use-text.js'
import { useLocale, useText } from '../i18n/use-text.js'
import { recordHref } from '../routing/links.js'
import { useCan } from '../session/me.js'
import { useWidget } from './data-widgets.js'
import { formatInstant } from './format-date.js'
import { formatYuan } from './money.js'
import { toneOf } from './state-tone.js'

/** The value of a field as plain words: what tables, diffs and print show. */
export function valueText(options: {
  readonly meta: FieldMeta
  readonly field: string
  readonly value: unknown
  readonly label?: string | undefined
  /** The row's other values: what a clock is called depends on whose it is. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly labels: Labels
  readonly t: Text
}): string {
  const { meta, field, value, label, fields, labels, t } = options
  if (value === null || value === undefined || value === '') return ''
  if (meta.names) return labels.declared(field, String(value), fields)
  switch (meta.kind) {
    case 'choice':
    case 'codes':
      return labels.choice(field, String(value))
    case 'flag':
      return value === true ? t('common.yes') : t('common.no')
    case 'instant':
      return formatInstant(String(value))
    case 'whole':
      return typeof value === 'number' && !meta.isYear ? value.toLocaleString('en-US') : String(value)
    case 'money':
      return typeof value === 'number' ? `${formatYuan(value)} ${t('form.yuan')}` : String(value)
    case 'reference':
      return label === undefined ? String(value) : labels.title(label, field)
    case 'division':
      return label ?? String(value)
    case 'attachments':
      return attachmentsIn(value)
        .map((file, index) => fileName(file, index, t))
        .join(labels.locale === 'zh-CN' ? '、' : ', ')
    case 'data':
      return typeof value === 'string' ? value : JSON.stringify(value)
    default:
      return String(value)
  }
}

/** A field of a row as it stands in a table or on a page: states as chips, references as links, hidden values marked. */
export function FieldValue(props: {
  readonly record: PlacedRecord
  readonly field: string
  readonly row: RecordAnswer
  readonly isPlain?: boolean
  readonly revealed?: Readonly<Record<string, unknown>> | undefined
}): ReactNode {
  const { record, field, row, isPlain, revealed } = props
  const t = useText()
  const locale = useLocale()
  const labels = useLabels(record)
  const can = useCan()
  const { registry } = useAdmin()
  const widget = useWidget(record, field)
  const meta = fieldMeta(record, field)
  const isRevealed = revealed !== undefined && field in revealed
  const value = isRevealed ? revealed[field] : row.fields[field]
  if (value === null || value === undefined || value === '')
    return (
      <span className="nothing" title={t('common.notFilled')}>
        —
      </span>
    )
  const isMasked = row.masked.includes(field) && !isRevealed
  if (isMasked && meta.kind !== 'attachments') {
    return (
      <span className="masked">
        <span className="tabular">{String(value)}</span>
        <Icon name="lock" />
        <span className="vh">{t('record.masked')}</span>
      </span>
    )
  }
  const text = widget
    ? widget.show(value, locale, { fields: row.fields, registry })
    : valueText({ meta, field, value, label: row.labels[field], fields: row.fields, labels, t })
  if (record.workflow?.field === field) return <Chip tone={toneOf(record.workflow, String(value))}>{text}</Chip>
  const target = meta.kind === 'reference' ? registry.records.get(meta.target ?? '') : undefined
  if (target && !isPlain && can(`${target.module}:${target.name}.read`))
    return <AppLink to={recordHref(target, String(value))}>{text}</AppLink>
  if (meta.kind === 'multiline') return <span className="prose">{text}</span>
  return <span className={numeric.has(meta.kind) ? 'tabular' : undefined}>{text}</span>
}

const numeric = new Set<FieldMeta['kind']>(['number', 'date', 'instant', 'whole', 'money'])

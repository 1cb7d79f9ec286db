import type { HistoryEntry, PlacedRecord } from '@opendpf/kit'
import { fieldMeta } from '@opendpf/kit'
import { Chip } from '../components/chip.js'
import { DataTable } from '../components/data-table.js'
import { useDivisions } from '../divisions/use-divisions.js'
import type { Labels } from '../i18n/labels.js'
import { useLabels } from '../i18n/labels.js'
import type { Text } from '../i18n/use-text.js'
import { useText } from '../i18n/use-text.js'
import { valueText } from '../values/field-value.js'
import { formatInstant } from '../values/format-date.js'

/** One version: who did what when, and each field before and after. */
export function HistoryVersion({ record, entry }: { readonly record: PlacedRecord; readonly entry: HistoryEntry }) {
  const t = useText()
  const labels = useLabels(record)
  const { index } = useDivisions()
  const changes = entry.changes.filter(({ field }) => field in record.fields)
  const show = (field: string, value: unknown) => {
    const meta = fieldMeta(record, field)
    const label = meta.kind === 'division' && typeof value === 'string' ? index.nameOf(value) : undefined
    const fields = Object.fromEntries(changes.map((change) => [change.field, change.after]))
    return (
      valueText({ meta, field, value, label, fields, labels, t }) || (
        <span className="nothing">{t('record.empty')}</span>
      )
    )
  }
  return (
    <li className="version card">
      <div className="version-head">
        <h3>
          {t('record.version', { version: entry.version })} · {actionText(entry.action, record, labels, t)}
        </h3>
        {entry.to === undefined && <Chip tone="done">{t('record.currentVersion')}</Chip>}
        <p className="meta">
          <span>{entry.byName}</span>
          <time className="tabular" dateTime={entry.from}>
            {formatInstant(entry.from)}
          </time>
        </p>
      </div>
      {changes.length === 0 ? (
        <p className="hint">{t('record.noChanges')}</p>
      ) : (
        <DataTable
          caption={t('record.version', { version: entry.version })}
          rows={changes}
          keyOf={(change) => change.field}
          columns={[
            { id: 'field', label: t('record.change'), cell: (change) => labels.field(change.field) },
            {
              id: 'before',
              label: t('record.before'),
              cell: (change) => <span className="before">{show(change.field, change.before)}</span>,
            },
            {
              id: 'after',
              label: t('record.after'),
              cell: (change) => <span className="after">{show(change.field, change.after)}</span>,
            },
          ]}
        />
      )}
    </li>
  )
}

const known = new Set(['create', 'update', 'remove', 'restore', 'import'] as const)
type Known = typeof known extends Set<infer Name> ? Name : never

/** What an entry did in words: the platform's own verbs, or a step of the record's workflow. */
export function actionText(
  action: string,
  record: PlacedRecord | undefined,
  labels: Labels | undefined,
  t: Text,
): string {
  const verb = action.replace(/^do:/, '').split('.').at(-1) ?? action
  if (known.has(verb as Known)) return t(`record.action.${verb as Known}`)
  return record?.workflow && labels && verb in record.workflow.transitions ? labels.step(verb) : action
}

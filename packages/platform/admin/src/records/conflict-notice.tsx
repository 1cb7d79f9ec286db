import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { fieldMeta } from '@opendpf/kit'
import { useState } from 'react'
import { Button } from '../components/button.js'
import { DataTable } from '../components/data-table.js'
import { Notice } from '../components/notice.js'
import type { FormStore } from '../forms/form-store.js'
import { inputOf, rawOf, valuesOf } from '../forms/raw-values.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { valueText } from '../values/field-value.js'
import { useHistory } from './use-records.js'

/** Shows what somebody else changed meanwhile, beside what was typed here. Nothing typed is lost; every difference is decided by hand. */
export function ConflictNotice(props: {
  readonly record: PlacedRecord
  readonly store: FormStore
  readonly opened: RecordAnswer
  readonly latest: RecordAnswer
  readonly onResume: () => void
}) {
  const { record, store, opened, latest, onResume } = props
  const t = useText()
  const labels = useLabels(record)
  const [taken, setTaken] = useState<readonly string[]>([])
  const author = useHistory(record, latest.id).data?.entries.find((entry) => entry.version === latest.version)?.byName
  const mine = store.changed()
  const theirs = Object.keys(record.fields).filter(
    (field) => JSON.stringify(opened.fields[field]) !== JSON.stringify(latest.fields[field]),
  )
  const text = (field: string, value: unknown, label?: string) =>
    valueText({ meta: fieldMeta(record, field), field, value, label, fields: latest.fields, labels, t }) ||
    t('record.empty')
  const resume = () => {
    // what was typed here stands; what was not touched here takes the latest value
    const typed = store.values()
    const base = valuesOf(record, latest)
    store.settle(base)
    for (const field of mine) if (!taken.includes(field)) store.set(field, typed[field])
    onResume()
  }
  return (
    <Notice
      kind="warning"
      title={t('form.conflict')}
      isAlert
      actions={
        <Button look="primary" onPress={resume}>
          {t('form.conflictResume')}
        </Button>
      }
    >
      <p>{t('form.conflictText', { who: author ?? t('form.somebody') })}</p>
      {!theirs.some((field) => mine.includes(field)) && <p>{t('form.conflictNone')}</p>}
      <DataTable
        caption={t('form.conflict')}
        rows={theirs}
        keyOf={(field) => field}
        columns={[
          { id: 'field', label: t('record.change'), cell: (field) => labels.field(field) },
          {
            id: 'theirs',
            label: t('form.conflictTheirs'),
            cell: (field) => text(field, latest.fields[field], latest.labels[field]),
          },
          {
            id: 'mine',
            label: t('form.conflictYours'),
            cell: (field) => {
              if (!mine.includes(field)) return '—'
              const meta = fieldMeta(record, field)
              if (taken.includes(field)) return <s>{text(field, inputOf(meta, store.field(field).value))}</s>
              return (
                <>
                  {text(field, inputOf(meta, store.field(field).value))}{' '}
                  <Button
                    look="plain"
                    label={t('form.conflictTake', { field: labels.field(field) })}
                    onPress={() => {
                      setTaken([...taken, field])
                      store.set(field, rawOf(meta, latest.fields[field]))
                    }}
                  >
                    {t('form.conflictTakeShort')}
                  </Button>
                </>
              )
            },
          },
        ]}
      />
    </Notice>
  )
}

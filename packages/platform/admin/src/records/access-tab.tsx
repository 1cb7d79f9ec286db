import type { AccessEntry, PlacedRecord } from '@opendpf/kit'
import { DataTable } from '../components/data-table.js'
import { EmptyState } from '../components/empty-state.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { formatInstant } from '../values/format-date.js'
import { useAccessLog } from './use-records.js'

/** Who looked at this row, when, at what, and why. */
export function AccessTab({ record, id }: { readonly record: PlacedRecord; readonly id: string }) {
  const t = useText()
  const labels = useLabels(record)
  const { data, error, refetch } = useAccessLog(record, id)
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.entries.length === 0) return <EmptyState icon="eye" title={t('record.accessEmpty')} />
  return (
    <DataTable<AccessEntry>
      caption={t('record.access')}
      rows={data.entries}
      keyOf={(entry) => `${entry.at}:${entry.actorId}:${entry.kind}:${entry.fields.join()}`}
      columns={[
        {
          id: 'at',
          label: t('common.time'),
          cell: (entry) => <span className="tabular">{formatInstant(entry.at)}</span>,
        },
        { id: 'actor', label: t('common.actor'), cell: (entry) => entry.actorName },
        { id: 'kind', label: t('record.accessKind'), cell: (entry) => t(`record.access.${entry.kind}`) },
        {
          id: 'fields',
          label: t('record.accessFields'),
          cell: (entry) =>
            entry.fields
              .filter((field) => field in record.fields)
              .map(labels.field)
              .join('、') || '—',
        },
        { id: 'reason', label: t('common.reason'), cell: (entry) => entry.reason ?? '—' },
      ]}
    />
  )
}

import type { ListAnswer } from '@opendpf/kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { ConfirmDialog } from '../components/confirm-dialog.js'
import { DataTable } from '../components/data-table.js'
import { EmptyState } from '../components/empty-state.js'
import { Icon } from '../components/icon.js'
import { Loading } from '../components/loading.js'
import { Page } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useText } from '../i18n/use-text.js'
import { showToast } from '../shell/toast-store.js'
import { formatInstant } from '../values/format-date.js'
import { StateChip } from './state-chip.js'
import { readJob } from './use-job.js'

const pause = 3000

/** The work that runs in the background, with a way to stop it. */
export function JobsPage() {
  const t = useText()
  const { api } = useAdmin()
  const client = useQueryClient()
  const [ending, setEnding] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['jobs'],
    queryFn: () => api.get<ListAnswer>('/system/jobs'),
    refetchInterval: (query) => (query.state.data?.rows.some((row) => !readJob(row).isOver) ? pause : false),
  })
  return (
    <Page
      title={t('job.title')}
      lead={<p>{t('job.lead')}</p>}
      crumbs={[{ to: '/', label: t('shell.home') }]}
      actions={
        <Button onPress={() => void refetch()}>
          <Icon name="history" />
          {t('common.refresh')}
        </Button>
      }
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.rows.length === 0 && <EmptyState title={t('job.empty')} />}
      {data && data.rows.length > 0 && (
        <DataTable
          caption={t('job.title')}
          rows={data.rows}
          keyOf={(row) => row.id}
          columns={[
            { id: 'kind', label: t('job.kind'), cell: (row) => row.title },
            { id: 'state', label: t('common.state'), cell: (row) => <StateChip of="job" state={readJob(row).state} /> },
            {
              id: 'progress',
              label: t('job.progress'),
              isNumeric: true,
              cell: (row) => {
                const { done, total } = readJob(row)
                return total > 0 ? t('job.progressOf', { done, total }) : '—'
              },
            },
            {
              id: 'time',
              label: t('common.time'),
              cell: (row) => <span className="tabular">{formatInstant(row.recordedAt)}</span>,
            },
            {
              id: 'cancel',
              label: t('job.cancel'),
              cell: (row) =>
                readJob(row).isOver ? (
                  '—'
                ) : (
                  <Button look="plain" label={`${t('job.cancel')}：${row.title}`} onPress={() => setEnding(row.id)}>
                    {t('job.cancel')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <ConfirmDialog
        title={t('job.cancelTitle')}
        isOpen={ending !== undefined}
        onClose={() => setEnding(undefined)}
        confirmLabel={t('job.cancel')}
        isDanger
        onConfirm={async () => {
          await api.post(`/system/jobs/${encodeURIComponent(ending ?? '')}/cancel`)
          await client.invalidateQueries({ queryKey: ['jobs'] })
          showToast(t('job.cancelled'))
        }}
      >
        <p>{t('job.cancelLead')}</p>
      </ConfirmDialog>
    </Page>
  )
}

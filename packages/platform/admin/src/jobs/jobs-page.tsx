import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { ConfirmDialog } from '../components/confirm-dialog.js'
import { EmptyState } from '../components/empty-state.js'
import { Icon } from '../components/icon.js'
import { Page } from '../components/page.js'
import { useText } from '../i18n/use-text.js'
import { ownListKey, PagedTable } from '../lists/paged-table.js'
import { useCan } from '../session/me.js'
import { showToast } from '../shell/toast-store.js'
import { formatInstant } from '../values/format-date.js'
import { ScheduleSection } from './schedule-section.js'
import { StateChip } from './state-chip.js'
import { readJob } from './use-job.js'

/** The work that runs in the background, with a way to stop it. */
export function JobsPage() {
  const t = useText()
  const { api } = useAdmin()
  const can = useCan()
  const client = useQueryClient()
  const [ending, setEnding] = useState<string>()
  const refresh = () => client.invalidateQueries({ queryKey: ownListKey('jobs') })
  return (
    <Page
      title={t('job.title')}
      lead={<p>{t('job.lead')}</p>}
      crumbs={[{ to: '/', label: t('shell.home') }]}
      actions={
        <Button onPress={() => void refresh()}>
          <Icon name="history" />
          {t('common.refresh')}
        </Button>
      }
    >
      <PagedTable
        list="jobs"
        caption={t('job.title')}
        empty={<EmptyState title={t('job.empty')} />}
        isUnderWay={(row) => !readJob(row).isOver}
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
                <Button
                  look="plain"
                  label={t('common.labelled', { label: t('job.cancel'), value: row.title })}
                  onPress={() => setEnding(row.id)}
                >
                  {t('job.cancel')}
                </Button>
              ),
          },
        ]}
      />
      {can('system:job.cancel') && <ScheduleSection />}
      <ConfirmDialog
        title={t('job.cancelTitle')}
        isOpen={ending !== undefined}
        onClose={() => setEnding(undefined)}
        confirmLabel={t('job.cancel')}
        isDanger
        onConfirm={async () => {
          await api.post(`/system/jobs/${encodeURIComponent(ending ?? '')}/cancel`)
          await refresh()
          showToast(t('job.cancelled'))
        }}
      >
        <p>{t('job.cancelLead')}</p>
      </ConfirmDialog>
    </Page>
  )
}

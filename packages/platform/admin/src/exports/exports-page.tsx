import type { RecordAnswer } from '@opendpf/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { ConfirmDialog } from '../components/confirm-dialog.js'
import { EmptyState } from '../components/empty-state.js'
import { Icon } from '../components/icon.js'
import { Page } from '../components/page.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { MultilineField } from '../fields/text-field.js'
import { useLocale, useText } from '../i18n/use-text.js'
import { StateChip } from '../jobs/state-chip.js'
import { ownListKey, PagedTable } from '../lists/paged-table.js'
import { useCan, useMe } from '../session/me.js'
import { showToast } from '../shell/toast-store.js'
import { formatInstant } from '../values/format-date.js'

const underWay = new Set(['queued', 'running'])

/** The exports one may see: their state, the file, and the approval of full values by a second person. */
export function ExportsPage() {
  const t = useText()
  const { api, registry } = useAdmin()
  const locale = useLocale()
  const me = useMe()
  const can = useCan()
  const client = useQueryClient()
  const [refusing, setRefusing] = useState<string>()
  const what = (row: RecordAnswer) => {
    const record = registry.records.get(String(row.fields.record))
    return record ? registry.text(record.module, locale, record.name) : row.title
  }
  const approve = async (id: string) => {
    await api.post(`/system/exports/${encodeURIComponent(id)}/approve`)
    await client.invalidateQueries({ queryKey: ownListKey('exports') })
    showToast(t('export.approved'))
  }
  const [failure, setFailure] = useState<unknown>()
  const actions = (row: RecordAnswer) => {
    if (row.fields.state === 'ready') {
      return (
        <a
          className="button button-secondary"
          href={api.href(`/system/exports/${encodeURIComponent(row.id)}/file`)}
          download
          aria-label={t('export.file', { what: what(row) })}
        >
          <Icon name="download" />
          {t('common.download')}
        </a>
      )
    }
    if (row.fields.state !== 'waiting-for-approval' || !can('system:export.approve') || row.recordedBy === me.id)
      return '—'
    return (
      <span className="actions">
        <Button
          label={t('common.labelled', { label: t('export.approve'), value: what(row) })}
          onPress={() => void approve(row.id).catch(setFailure)}
        >
          {t('export.approve')}
        </Button>
        <Button
          look="plain"
          label={t('common.labelled', { label: t('export.refuse'), value: what(row) })}
          onPress={() => setRefusing(row.id)}
        >
          {t('export.refuse')}
        </Button>
      </span>
    )
  }
  return (
    <Page title={t('export.title')} lead={<p>{t('export.lead')}</p>} crumbs={[{ to: '/', label: t('shell.home') }]}>
      {failure !== undefined && <ProblemNotice error={failure} />}
      <PagedTable
        list="exports"
        caption={t('export.title')}
        empty={
          <EmptyState icon="download" title={t('export.empty')}>
            {t('export.emptyText')}
          </EmptyState>
        }
        isUnderWay={(row) => underWay.has(String(row.fields.state))}
        columns={[
          { id: 'record', label: t('export.record'), cell: what },
          {
            id: 'asker',
            label: t('export.asker'),
            cell: (row) => (
              <>
                {String(row.fields.askedByName ?? '—')}
                <span className="hint">（{row.labels.division ?? String(row.fields.division ?? '—')}）</span>
              </>
            ),
          },
          {
            id: 'masking',
            label: t('export.masking'),
            cell: (row) => t(row.fields.isUnmasked === true ? 'export.unmasked' : 'export.masked'),
          },
          {
            id: 'time',
            label: t('common.time'),
            cell: (row) => <span className="tabular">{formatInstant(row.recordedAt)}</span>,
          },
          { id: 'reason', label: t('export.reason'), cell: (row) => String(row.fields.reason ?? '—') },
          {
            id: 'rows',
            label: t('import.rows'),
            isNumeric: true,
            cell: (row) => Number(row.fields.rows ?? 0).toLocaleString('en-US'),
          },
          {
            id: 'until',
            label: t('export.until'),
            cell: (row) => (
              <span className="tabular">
                {typeof row.fields.expiresAt === 'string' ? formatInstant(row.fields.expiresAt) : '—'}
              </span>
            ),
          },
          {
            id: 'state',
            label: t('common.state'),
            cell: (row) => <StateChip of="export" state={String(row.fields.state)} />,
          },
          { id: 'actions', label: t('common.actions'), cell: actions },
        ]}
      />
      {refusing !== undefined && <RefuseDialog id={refusing} onClose={() => setRefusing(undefined)} />}
    </Page>
  )
}

function RefuseDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText()
  const { api } = useAdmin()
  const client = useQueryClient()
  const fieldId = useId()
  const [reason, setReason] = useState('')
  return (
    <ConfirmDialog
      title={t('export.refuse')}
      isOpen
      onClose={onClose}
      confirmLabel={t('export.refuse')}
      isDanger
      idOf={(path) => (path === 'reason' ? fieldId : undefined)}
      onConfirm={async () => {
        await api.post(`/system/exports/${encodeURIComponent(id)}/refuse`, { reason: reason.trim() })
        await client.invalidateQueries({ queryKey: ownListKey('exports') })
        showToast(t('export.refused'))
      }}
    >
      {(errors) => (
        <MultilineField
          id={fieldId}
          label={t('export.refuseReason')}
          rows={2}
          error={errors.reason}
          value={reason}
          onChange={setReason}
        />
      )}
    </ConfirmDialog>
  )
}

import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { ConfirmDialog } from '../components/confirm-dialog.js'
import { MultilineField } from '../fields/text-field.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { listHref, recordHref } from '../routing/links.js'
import { showToast } from '../shell/toast-store.js'
import { parentCrumb } from './parent-crumb.js'
import { refreshRecords } from './use-records.js'

/** Deletes a row with a reason; the note that follows can undo it. */
export function RemoveDialog({
  record,
  row,
  isOpen,
  onClose,
}: {
  readonly record: PlacedRecord
  readonly row: RecordAnswer
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const t = useText()
  const { api, registry } = useAdmin()
  const labels = useLabels(record)
  const client = useQueryClient()
  const navigate = useNavigate()
  const id = useId()
  const [reason, setReason] = useState('')
  const path = `${pathOf(record)}/${encodeURIComponent(row.id)}`
  const title = labels.title(row.title)
  const undo = async () => {
    await api.post(`${path}/restore`)
    await refreshRecords(client)
    await navigate({ to: recordHref(record, row.id) })
    showToast(t('record.restored', { title }))
  }
  const confirm = async () => {
    await api.post(`${path}/remove`, reason.trim() === '' ? {} : { reason: reason.trim() }, {
      version: row.version,
      idempotencyKey: crypto.randomUUID(),
    })
    // the removed row must not be asked for again on the way out
    client.removeQueries({ queryKey: ['record', record.ref, row.id] })
    await navigate({ to: parentCrumb({ registry, record, row, locale: labels.locale })?.to ?? listHref(record) })
    await refreshRecords(client)
    showToast(t('record.removed', { title }), { label: t('toast.undo'), run: undo })
  }
  return (
    <ConfirmDialog
      title={t('record.removeTitle', { what: labels.record, title })}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('common.remove')}
      isDanger
      idOf={(path) => (path === 'reason' ? id : undefined)}
    >
      {(errors) => (
        <>
          <p>{t('record.removeLead')}</p>
          <MultilineField
            id={id}
            label={t('record.removeReason')}
            isOptionalShown
            rows={2}
            error={errors.reason}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
    </ConfirmDialog>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Dialog } from '../components/dialog.js'
import { RadioField } from '../fields/group-fields.js'
import { MultilineField } from '../fields/text-field.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { ownListKey } from '../lists/paged-table.js'
import type { SmallErrors } from '../session/small-form.js'
import { SmallForm } from '../session/small-form.js'
import { showToast } from '../shell/toast-store.js'
import type { ExportProps } from './export-props.js'

const shortest = 4

/** What an export is to contain and what for. Full values need the approval of another person. */
export function ExportDialog({ record, query, rows, onClose }: ExportProps & { readonly onClose: () => void }) {
  const t = useText()
  const { api } = useAdmin()
  const client = useQueryClient()
  const what = useLabels(record).record
  const id = useId()
  const [format, setFormat] = useState('xlsx')
  const [masking, setMasking] = useState('masked')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<SmallErrors<'reason'>>({})
  const { cursor: _, limit: __, ...whole } = query
  return (
    <Dialog title={t('export.dialog', { what })} isOpen onClose={onClose}>
      <p>{t('export.dialogLead')}</p>
      <SmallForm<'reason'>
        submitLabel={t('export.submit')}
        idOf={() => `${id}-reason`}
        onErrors={setErrors}
        check={() => (reason.trim().length < shortest ? { reason: t('export.needReason') } : {})}
        onSubmit={async () => {
          await api.post(
            '/system/exports',
            {
              record: record.ref,
              query: whole,
              ...(rows ? { rows } : {}),
              format,
              unmasked: masking === 'unmasked',
              reason: reason.trim(),
            },
            { idempotencyKey: crypto.randomUUID() },
          )
          await client.invalidateQueries({ queryKey: ownListKey('exports') })
          showToast(t('export.started'))
          onClose()
        }}
      >
        <RadioField
          id={`${id}-format`}
          label={t('export.format')}
          isStacked
          value={format}
          onChange={setFormat}
          options={(['xlsx', 'csv'] as const).map((value) => ({ value, label: t(`export.format.${value}`) }))}
        />
        <RadioField
          id={`${id}-masking`}
          label={t('export.masking')}
          isStacked
          value={masking}
          onChange={setMasking}
          options={(['masked', 'unmasked'] as const).map((value) => ({ value, label: t(`export.${value}`) }))}
        />
        <MultilineField
          id={`${id}-reason`}
          label={t('export.reason')}
          isRequired
          rows={2}
          error={errors.reason}
          value={reason}
          onChange={(value) => {
            setReason(value)
            setErrors({})
          }}
        />
      </SmallForm>
    </Dialog>
  )
}

import type { PlacedRecord } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useId, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Dialog } from '../components/dialog.js'
import { CheckboxGroup, RadioField } from '../fields/group-fields.js'
import { TextField } from '../fields/text-field.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import type { SmallErrors } from '../session/small-form.js'
import { SmallForm } from '../session/small-form.js'
import { announce } from '../shell/announce.js'

const reasons = ['service', 'verify', 'visit', 'other'] as const
const shortest = 4

/** Asks why hidden values are to be seen; the reason is logged before anything is shown. */
export function RevealDialog(props: {
  readonly record: PlacedRecord
  readonly id: string
  readonly fields: readonly string[]
  readonly onClose: () => void
  readonly onReveal: (values: Readonly<Record<string, unknown>>, reason: string) => void
}) {
  const { record, id, fields, onClose, onReveal } = props
  const t = useText()
  const { api } = useAdmin()
  const labels = useLabels(record)
  const uid = useId()
  const [wanted, setWanted] = useState(fields)
  const [reason, setReason] = useState('')
  const [more, setMore] = useState('')
  const [errors, setErrors] = useState<SmallErrors<'reason' | 'more'>>({})
  const isOther = reason === 'other'
  return (
    <Dialog title={t('record.revealTitle')} isOpen onClose={onClose}>
      <p>{t('record.revealLead')}</p>
      <SmallForm<'reason' | 'more'>
        submitLabel={t('record.show')}
        idOf={(field) => `${uid}-${field}`}
        onErrors={setErrors}
        check={() =>
          reason === ''
            ? { reason: t('record.revealNeedReason') }
            : isOther && more.trim().length < shortest
              ? { more: t('record.revealNeedText') }
              : {}
        }
        onSubmit={async () => {
          const words = reason === '' ? '' : t(`record.reason.${reason as (typeof reasons)[number]}`)
          const text = isOther ? more.trim() : [words, more.trim()].filter(Boolean).join('：')
          const { values } = await api.post<{ readonly values: Readonly<Record<string, unknown>> }>(
            `${pathOf(record)}/${encodeURIComponent(id)}/reveal`,
            { fields: wanted.length > 0 ? wanted : fields, reason: text },
          )
          onReveal(values, text)
          announce(t('record.revealDone'))
          onClose()
        }}
      >
        {fields.length > 1 && (
          <CheckboxGroup
            id={`${uid}-fields`}
            label={t('record.revealFields')}
            value={wanted}
            options={fields.map((field) => ({ value: field, label: labels.field(field) }))}
            onChange={setWanted}
          />
        )}
        <RadioField
          id={`${uid}-reason`}
          label={t('record.revealReason')}
          isRequired
          isStacked
          error={errors.reason}
          value={reason}
          options={reasons.map((value) => ({ value, label: t(`record.reason.${value}`) }))}
          onChange={(value) => {
            setReason(value)
            setErrors({})
          }}
        />
        <TextField
          id={`${uid}-more`}
          label={t('record.revealOther')}
          isRequired={isOther}
          isOptionalShown={!isOther}
          error={errors.more}
          value={more}
          onChange={(value) => {
            setMore(value)
            setErrors({})
          }}
        />
      </SmallForm>
    </Dialog>
  )
}

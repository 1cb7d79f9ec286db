import type { ListQuery, PlacedRecord } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useId, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Dialog } from '../components/dialog.js'
import { RadioField } from '../fields/group-fields.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import type { SmallErrors } from '../session/small-form.js'
import { SmallForm } from '../session/small-form.js'
import { BatchProgress } from './batch-progress.js'

/** Which document to print for everything that a list finds; then how far it is, and the file. */
export function BatchDialog({
  record,
  query,
  onClose,
}: {
  readonly record: PlacedRecord
  readonly query: ListQuery
  readonly onClose: () => void
}) {
  const t = useText()
  const { api } = useAdmin()
  const labels = useLabels(record)
  const id = useId()
  const [name, setName] = useState('')
  const [job, setJob] = useState<string>()
  const [errors, setErrors] = useState<SmallErrors<'name'>>({})
  const { cursor: _, limit: __, ...whole } = query
  return (
    <Dialog title={t('document.batchDialog', { what: labels.record })} isOpen onClose={onClose}>
      {job === undefined ? (
        <>
          <p>{t('document.batchLead')}</p>
          <SmallForm<'name'>
            submitLabel={t('document.batchSubmit')}
            idOf={() => `${id}-name`}
            onErrors={setErrors}
            check={() => (name === '' ? { name: t('document.needWhich') } : {})}
            onSubmit={async () => {
              const answer = await api.post<{ readonly job: string }>(`${pathOf(record)}/documents/${name}`, {
                query: whole,
              })
              setJob(answer.job)
              return undefined
            }}
          >
            <RadioField
              id={`${id}-name`}
              label={t('document.which')}
              isStacked
              isRequired
              error={errors.name}
              value={name}
              onChange={(value) => {
                setName(value)
                setErrors({})
              }}
              options={Object.keys(record.documents ?? {}).map((value) => ({ value, label: labels.document(value) }))}
            />
          </SmallForm>
        </>
      ) : (
        <BatchProgress record={record} name={name} job={job} />
      )}
    </Dialog>
  )
}

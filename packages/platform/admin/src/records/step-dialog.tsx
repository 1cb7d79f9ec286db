import type { PlacedRecord, RecordAnswer, Transition } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { RequestFailure } from '../api/index.js'
import { useAdmin } from '../app/admin-context.js'
import { ConfirmDialog } from '../components/confirm-dialog.js'
import { checkNeeded } from '../forms/check-needed.js'
import { FormField } from '../forms/form-field.js'
import { ProblemSummary } from '../forms/problem-summary.js'
import { valuesOf } from '../forms/raw-values.js'
import { useForm } from '../forms/use-form.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { showToast } from '../shell/toast-store.js'
import { refreshRecords } from './use-records.js'

/** One step of a workflow: says what changes, takes the fields the step needs, and does it. */
export function StepDialog(props: {
  readonly record: PlacedRecord
  readonly row: RecordAnswer
  readonly verb: string
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const { isOpen } = props
  return isOpen ? <OpenStepDialog {...props} /> : null
}

function OpenStepDialog(props: {
  readonly record: PlacedRecord
  readonly row: RecordAnswer
  readonly verb: string
  readonly onClose: () => void
}) {
  const { record, row, verb, onClose } = props
  const t = useText()
  const { api } = useAdmin()
  const labels = useLabels(record)
  const client = useQueryClient()
  const store = useForm(record, () => valuesOf(record, row))
  const [strange, setStrange] = useState<readonly string[]>([])
  const { workflow } = record
  const transition: Transition | undefined = workflow?.transitions[verb]
  if (!workflow || !transition) return null
  // a hidden value counts as filled in: the server knows it
  const needed = (transition.requires ?? []).filter((field) => !row.masked.includes(field))
  const confirm = async () => {
    if (!checkNeeded(store, needed, { labels, t })) return false
    try {
      await api.post(`${pathOf(record)}/${encodeURIComponent(row.id)}/do/${verb}`, store.input(needed), {
        version: row.version,
        idempotencyKey: crypto.randomUUID(),
      })
    } catch (error) {
      if (!(error instanceof RequestFailure) || error.problems.length === 0) throw error
      setStrange(store.refuse(error.problems).map(({ message }) => message))
      return false
    }
    await refreshRecords(client)
    showToast(t('record.stepDone', { step: labels.step(verb) }))
    return true
  }
  return (
    <ConfirmDialog
      title={t('record.stepTitle', { step: labels.step(verb), title: labels.title(row.title) })}
      isOpen
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={labels.step(verb)}
    >
      {strange.length > 0 && (
        <ProblemSummary
          title={t('form.errors', { number: strange.length })}
          items={strange.map((message) => ({ message }))}
        />
      )}
      <p>
        {t('record.stepLead', {
          from: labels.choice(workflow.field, String(row.fields[workflow.field])),
          to: labels.choice(workflow.field, transition.to),
        })}
      </p>
      {needed.map((field) => (
        <FormField key={field} store={store} name={field} title={row.labels[field]} isNeeded />
      ))}
    </ConfirmDialog>
  )
}

import type { BulkAnswer, PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { ConfirmDialog } from '../components/confirm-dialog.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { checkNeeded } from '../forms/check-needed.js'
import { FormField } from '../forms/form-field.js'
import { emptyValues } from '../forms/raw-values.js'
import { useForm } from '../forms/use-form.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { refreshRecords } from '../records/use-records.js'
import { announce } from '../shell/announce.js'
import { showToast } from '../shell/toast-store.js'
import { BulkPreview } from './bulk-preview.js'

/** One step for many rows: takes what the step needs, says who is included and who is not and why, and then does it. */
export function BulkDialog(props: {
  readonly record: PlacedRecord
  readonly verb: string
  readonly rows: readonly RecordAnswer[]
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { record, verb, rows, onClose, onDone } = props
  const t = useText()
  const { api } = useAdmin()
  const client = useQueryClient()
  const labels = useLabels(record)
  const store = useForm(record, () => emptyValues(record))
  const needed = record.workflow?.transitions[verb]?.requires ?? []
  const [preview, setPreview] = useState<BulkAnswer>()
  const [failure, setFailure] = useState<unknown>()
  const send = (dryRun: boolean, wanted: readonly { readonly id: string }[]) => {
    const versions = new Map(rows.map(({ id, version }) => [id, version]))
    return api.post<BulkAnswer>(
      `${pathOf(record)}/do/${verb}/bulk`,
      { rows: wanted.map(({ id }) => ({ id, version: versions.get(id) })), values: store.input(needed), dryRun },
      dryRun ? {} : { idempotencyKey: crypto.randomUUID() },
    )
  }
  const look = async () => {
    const answer = await send(true, rows)
    setPreview(answer)
    announce(t('bulk.included', { count: answer.included.length, refused: answer.refused.length }))
  }
  // a step that needs nothing filled in is looked at straight away
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => {
    if (needed.length === 0) look().catch(setFailure)
  }, [])
  const confirm = async () => {
    if (!preview) {
      if (checkNeeded(store, needed, { labels, t })) await look()
      return false
    }
    if (preview.included.length === 0) return true
    const answer = await send(false, preview.included)
    await refreshRecords(client)
    showToast(t('bulk.done', { step: labels.step(verb), count: answer.included.length }))
    onDone()
    return true
  }
  return (
    <ConfirmDialog
      title={t('bulk.title', { step: labels.step(verb), count: rows.length })}
      isOpen
      isForm
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={
        !preview
          ? t('bulk.look')
          : preview.included.length === 0
            ? t('common.close')
            : t('bulk.confirm', { step: labels.step(verb), count: preview.included.length })
      }
    >
      {failure !== undefined && <ProblemNotice error={failure} />}
      {!preview && needed.map((field) => <FormField key={field} store={store} name={field} isNeeded />)}
      {!preview && needed.length === 0 && failure === undefined && <Loading lines={4} />}
      {preview && <BulkPreview record={record} answer={preview} />}
    </ConfirmDialog>
  )
}

import {
  AttachmentField,
  Button,
  DateField,
  ProblemNotice,
  refreshRecords,
  Section,
  useApi,
  useForm,
  useFormField,
  useLabels,
  useModuleText,
} from '@opendpf/admin'
import { fieldMeta, pathOf } from '@opendpf/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { payments } from '../../contract/index.js'

const { batch: batches } = payments.records
const fields = ['paidOn', 'resultFile'] as const
const rules = fieldMeta(batches, 'resultFile').attachments

/** Brings a result file of the bank: the day, the file, and what became of it stands above afterwards. */
export function BringForm(props: { readonly batch: string; readonly version: number; readonly level: 2 | 3 }) {
  const { batch, version, level } = props
  const say = useModuleText(payments.id)
  const labels = useLabels(batches)
  const api = useApi()
  const client = useQueryClient()
  // a form that was sent begins anew
  const [round, setRound] = useState(0)
  const store = useForm(batches, () => ({ paidOn: '', resultFile: null }))
  const paidOn = useFormField(store, 'paidOn')
  const file = useFormField(store, 'resultFile')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const isFilled = (): boolean => {
    if (!store.check([...fields], 'update')) return false
    const empty = [
      ...(paidOn.value ? [] : [{ path: 'paidOn', code: 'needed', message: say('reconciliation.needsDay') }]),
      ...(file.value ? [] : [{ path: 'resultFile', code: 'needed', message: say('reconciliation.needsFile') }]),
    ]
    if (empty.length > 0) store.refuse(empty)
    return empty.length === 0
  }
  const send = async () => {
    if (isBusy || !isFilled()) return
    setBusy(true)
    setError(undefined)
    try {
      await api.post(`${pathOf(batches)}/${batch}/do/takeResult`, store.input([...fields]), {
        version,
        idempotencyKey: crypto.randomUUID(),
      })
      for (const name of fields) store.set(name, name === 'resultFile' ? null : '')
      store.settle()
      setRound(round + 1)
      await refreshRecords(client)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  if (!rules) return null
  return (
    <Section title={say('reconciliation.bring')} level={level}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {error !== undefined && <ProblemNotice error={error} />}
        <DateField
          id="bring-paid-on"
          label={labels.field('paidOn')}
          isRequired
          value={String(paidOn.value ?? '')}
          onChange={(value) => store.set('paidOn', value)}
          onBlur={() => store.leave('paidOn')}
          {...(paidOn.error === undefined ? {} : { error: paidOn.error })}
        />
        <AttachmentField
          key={round}
          id="bring-file"
          label={labels.field('resultFile')}
          isRequired
          store={store}
          name="resultFile"
          rules={rules}
          {...(file.error === undefined ? {} : { error: file.error })}
        />
        <div className="actions">
          <Button type="submit" look="primary" isBusy={isBusy}>
            {say('reconciliation.do')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

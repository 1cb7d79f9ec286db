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

const { exchange } = payments.records
const fields = ['paidOn', 'file'] as const
const rules = fieldMeta(exchange, 'file').attachments

/** Brings a result file of the bank: the day, the file, and what became of it stands above afterwards. */
export function BringForm({ batch, level }: { readonly batch: string; readonly level: 2 | 3 }) {
  const say = useModuleText(payments.id)
  const labels = useLabels(exchange)
  const api = useApi()
  const client = useQueryClient()
  // a form that was sent begins anew
  const [round, setRound] = useState(0)
  const store = useForm(exchange, () => ({ batch, paidOn: '', file: null }))
  const paidOn = useFormField(store, 'paidOn')
  const file = useFormField(store, 'file')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    if (isBusy || !store.check([...fields], 'create')) return
    setBusy(true)
    setError(undefined)
    try {
      await api.post(pathOf(exchange), { batch, ...store.input([...fields]) })
      for (const name of fields) store.set(name, name === 'file' ? null : '')
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
          label={labels.field('file')}
          isRequired
          store={store}
          name="file"
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

import { EmptyState, Loading, ProblemNotice, SelectField, useList, useModuleText } from '@opendpf/admin'
import { useState } from 'react'
import { payments } from '../../contract/index.js'
import { Reconciliation } from './reconciliation.js'

const { batch } = payments.records
const mostListed = 100

/** 银行对账: one after the other of the batches that are at the bank. */
export function ReconciliationPage({ params }: { readonly params: URLSearchParams }) {
  const say = useModuleText(payments.id)
  const [chosen, setChosen] = useState(params.get('batch') ?? '')
  const query = useList(batch, { filters: { state: { any: ['sent', 'reconciled'] } }, limit: mostListed })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { rows } = query.data
  const row = rows.find(({ id }) => id === chosen) ?? rows[0]
  if (!row) return <EmptyState title={say('reconciliation.none')} />
  return (
    <>
      <p className="page-lead">{say('reconciliation.lead')}</p>
      <SelectField
        id="reconciliation-batch"
        isOptionalShown={false}
        label={say('reconciliation.batch')}
        value={row.id}
        hasNoEmpty
        options={rows.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={setChosen}
      />
      <Reconciliation key={row.id} id={row.id} version={row.version} fields={row.fields} level={2} />
    </>
  )
}

import { useModuleText } from '@opendpf/admin'
import { payments } from '../../contract/index.js'
import { Reconciliation } from './reconciliation.js'

const bankStates: readonly unknown[] = ['sent', 'reconciled', 'closed']

/** On the page of a batch: what the bank said of it. */
export function ReconciliationPanel(props: {
  readonly id: string
  readonly version: number
  readonly fields: Readonly<Record<string, unknown>>
}) {
  const say = useModuleText(payments.id)
  if (!bankStates.includes(props.fields.state)) return <p>{say('reconciliation.early')}</p>
  return <Reconciliation id={props.id} version={props.version} fields={props.fields} level={3} />
}

import { EmptyState, Loading, ProblemNotice, RecordTable, useList, useModuleText } from '@opendpf/admin'
import { payments } from '../contract/index.js'

const { line } = payments.records
const mostShown = 12

/** On the page of a person: what he was paid last, and what came back. */
export function ReceivedPanel({ id }: { readonly id: string }) {
  const say = useModuleText(payments.id)
  const query = useList(line, { filters: { person: { any: [id] } }, limit: mostShown })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  if (query.data.rows.length === 0) return <EmptyState title={say('panel.nothingReceived')} />
  return (
    <RecordTable
      record={line}
      rows={query.data.rows}
      caption={say('panel.received')}
      without={['position', 'person', 'problem', 'returnCode']}
    />
  )
}

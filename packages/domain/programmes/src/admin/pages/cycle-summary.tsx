import {
  DataTable,
  EmptyState,
  formatYuan,
  LinkButton,
  Loading,
  ProblemNotice,
  Section,
  useApi,
  useModuleText,
} from '@opendpf/admin'
import { useQuery } from '@tanstack/react-query'
import type { CycleSummary } from '../../contract/index.js'
import { programmesId } from '../../contract/index.js'

/** What stands between a cycle and its approval: differences by what was found, and members against the last time. */
export function CycleSummaryPanel({ id }: { readonly id: string }) {
  const say = useModuleText(programmesId)
  const api = useApi()
  const query = useQuery({
    queryKey: ['list', 'programmes.cycle-summary', id],
    queryFn: () => api.get<CycleSummary>(`/programmes/cycle-summaries/${encodeURIComponent(id)}`),
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { differences, changes } = query.data
  const isOpen = differences.some(({ state }) => state === 'open')
  return (
    <>
      <Section title={say('summary.differences')} isFlush>
        {differences.length === 0 ? (
          <EmptyState title={say('summary.noDifferences')} />
        ) : (
          <DataTable
            caption={say('summary.differences')}
            rows={differences}
            keyOf={({ kind, state }) => `${kind} ${state}`}
            columns={[
              {
                id: 'kind',
                label: say('difference.kind'),
                isRowHeader: true,
                cell: ({ kind }) => say(`difference.kind.${kind}`),
              },
              { id: 'state', label: say('difference.state'), cell: ({ state }) => say(`difference.state.${state}`) },
              { id: 'count', label: say('summary.count'), isNumeric: true, cell: ({ count }) => count },
            ]}
          />
        )}
      </Section>
      {isOpen && <LinkButton to={`/d/${programmesId}/differences`}>{say('summary.decide')}</LinkButton>}
      <Section title={say('summary.changes')} isFlush>
        {changes.length === 0 ? (
          <EmptyState title={say('summary.noMembers')} />
        ) : (
          <DataTable
            caption={say('summary.changes')}
            rows={changes}
            keyOf={({ change, standing }) => `${change} ${standing}`}
            columns={[
              {
                id: 'change',
                label: say('member.change'),
                isRowHeader: true,
                cell: ({ change }) => say(`member.change.${change}`),
              },
              {
                id: 'standing',
                label: say('member.standing'),
                cell: ({ standing }) => say(`member.standing.${standing}`),
              },
              { id: 'count', label: say('summary.count'), isNumeric: true, cell: ({ count }) => count },
              { id: 'amount', label: say('summary.amount'), isNumeric: true, cell: ({ amount }) => formatYuan(amount) },
            ]}
          />
        )}
      </Section>
    </>
  )
}

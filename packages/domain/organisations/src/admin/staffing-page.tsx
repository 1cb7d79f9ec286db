import {
  CheckboxField,
  ChoiceField,
  DataTable,
  EmptyState,
  Loading,
  ProblemNotice,
  useApi,
  useDivisions,
  useLabels,
  useModuleText,
} from '@opendpf/admin'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { organisations } from '../contract/index.js'
import { missingIn, type Staffing, totalsOf } from './staffing.js'

const { post } = organisations.records

/** Where the rules ask for more people than there are, by kind of post. */
export function StaffingPage() {
  const say = useModuleText(organisations.id)
  const api = useApi()
  const labels = useLabels(post)
  const { index } = useDivisions()
  const [kind, setKind] = useState('commissioner')
  const [isShort, setShort] = useState(true)
  const query = useQuery({
    queryKey: ['list', 'organisations.staffing', kind],
    queryFn: () => api.get<{ readonly divisions: readonly Staffing[] }>(`/organisations/staffing?kind=${kind}`),
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  const all = query.data?.divisions ?? []
  const rows = isShort ? all.filter((row) => (missingIn(row) ?? 0) > 0) : all
  return (
    <>
      <p className="page-lead">{say('staffing.lead')}</p>
      <div className="filter-row">
        <ChoiceField
          id="staffing-kind"
          label={say('staffing.kind')}
          hasNoEmpty
          value={kind}
          onChange={setKind}
          options={labels.options('kind')}
        />
      </div>
      <CheckboxField id="staffing-short" label={say('staffing.onlyMissing')} value={isShort} onChange={setShort} />
      {!query.data ? (
        <Loading />
      ) : (
        <>
          <p>{say('staffing.total', totalsOf(all))}</p>
          {rows.length === 0 ? (
            <EmptyState icon="check" title={say('staffing.full')} />
          ) : (
            <DataTable
              caption={say('staffing.caption')}
              rows={rows}
              keyOf={({ division }) => division}
              columns={[
                {
                  id: 'division',
                  label: say('staffing.division'),
                  isRowHeader: true,
                  cell: ({ division }) => index.nameOf(division),
                },
                { id: 'holders', label: say('staffing.holders'), isNumeric: true, cell: ({ holders }) => holders },
                {
                  id: 'seats',
                  label: say('staffing.seats'),
                  isNumeric: true,
                  cell: ({ seats }) => seats ?? say('staffing.noRule'),
                },
                { id: 'filled', label: say('staffing.filled'), isNumeric: true, cell: ({ filled }) => filled },
                { id: 'missing', label: say('staffing.missing'), isNumeric: true, cell: (row) => missingIn(row) ?? '' },
                { id: 'document', label: say('staffing.document'), cell: ({ document }) => document ?? '' },
              ]}
            />
          )}
        </>
      )}
    </>
  )
}

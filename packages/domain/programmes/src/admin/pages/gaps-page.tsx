import { AppLink, DataTable, EmptyState, Loading, ProblemNotice, Section, useApi, useModuleText } from '@opendpf/admin'
import { useQuery } from '@tanstack/react-query'
import { type Gap, type OfferStanding, programmesId } from '../../contract/index.js'
import { OfferTable } from './offer-table.js'
import { useProgrammeName } from './use-programme-name.js'

/** The programmes of the year with their money, and of each who qualifies and does not receive, and who receives and does not qualify (应享未享); the lists are those of eligibility. */
export function GapsPage() {
  const say = useModuleText(programmesId)
  const nameOf = useProgrammeName()
  const api = useApi()
  const query = useQuery({
    queryKey: ['list', 'programmes.gaps'],
    queryFn: () =>
      api.get<{ readonly gaps: readonly Gap[]; readonly offers: readonly OfferStanding[] }>('/programmes/gaps'),
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { gaps, offers } = query.data
  const counts = ['qualifying', 'missing', 'surplus', 'doubtful'] as const
  return (
    <>
      <p className="page-lead">{say('gaps.lead')}</p>
      <OfferTable offers={offers} />
      {gaps.length === 0 ? (
        <EmptyState title={say('gaps.none')} />
      ) : (
        <Section title={say('gaps.list')} isFlush>
          <DataTable
            caption={say('gaps.list')}
            rows={gaps}
            keyOf={({ programme }) => programme}
            columns={[
              {
                id: 'programme',
                label: say('gaps.programme'),
                isRowHeader: true,
                cell: ({ programme }) => nameOf(programme),
              },
              ...counts.map((count) => ({
                id: count,
                label: say(`gaps.${count}`),
                isNumeric: true,
                cell: (gap: Gap) => gap[count],
              })),
              {
                id: 'open',
                label: say('gaps.open'),
                cell: ({ scheme, programme }) => (
                  <AppLink
                    to="/p/eligibility/population"
                    search={{ scheme }}
                    label={`${say('gaps.open')}：${nameOf(programme)}`}
                  >
                    {say('gaps.open')}
                  </AppLink>
                ),
              },
            ]}
          />
        </Section>
      )}
    </>
  )
}

import {
  Button,
  DataTable,
  EmptyState,
  Loading,
  ProblemNotice,
  RecordLink,
  Section,
  useAdmin,
  useApi,
  useDivisions,
  useModuleText,
} from '@opendpf/admin'
import { useInfiniteQuery } from '@tanstack/react-query'
import { bookOf, eligibilityId, type PopulationPart, type PopulationRow } from '../contract/index.js'
import { VerdictChip } from '../showing/clause-tree.js'

interface Page {
  readonly rows: readonly PopulationRow[]
  readonly next: string | null
}

/** The list behind a count, page by page. */
export function MemberTable(props: { readonly scheme: string; readonly part: PopulationPart; readonly town: string }) {
  const { scheme, part, town } = props
  const say = useModuleText(eligibilityId)
  const api = useApi()
  const { index } = useDivisions()
  const { registry } = useAdmin()
  const query = useInfiniteQuery({
    queryKey: ['eligibility', 'rows', scheme, part, town],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ scheme, part })
      if (town !== '') asked.set('town', town)
      if (pageParam !== '') asked.set('after', pageParam)
      return api.get<Page>(`/eligibility/population/rows?${asked}`)
    },
    getNextPageParam: ({ next }) => next,
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const rows = query.data.pages.flatMap((page) => page.rows)
  const record = registry.records.get(bookOf(registry).schemes.get(scheme)?.of ?? 'persons.person')
  if (rows.length === 0) return <EmptyState title={say('population.nobody')} />
  return (
    <Section title={say(`part.${part}`)} isFlush>
      <DataTable
        caption={say(`part.${part}`)}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            id: 'title',
            label: say('population.member'),
            isRowHeader: true,
            cell: ({ id, title }) =>
              record ? (
                <RecordLink record={record} id={id}>
                  {title}
                </RecordLink>
              ) : (
                title
              ),
          },
          { id: 'division', label: say('population.village'), cell: ({ division }) => index.nameOf(division) },
          { id: 'verdict', label: say('population.verdict'), cell: ({ verdict }) => <VerdictChip verdict={verdict} /> },
          {
            id: 'receives',
            label: say('population.receives'),
            cell: ({ receives }) => say(receives ? 'population.received' : 'population.notReceived'),
          },
        ]}
      />
      {query.hasNextPage && (
        <Button onPress={() => void query.fetchNextPage()} isDisabled={query.isFetchingNextPage}>
          {say('population.more')}
        </Button>
      )}
    </Section>
  )
}

import {
  Button,
  DataTable,
  EmptyState,
  Loading,
  ProblemNotice,
  RecordLink,
  Section,
  type TableColumn,
  useAdmin,
  useApi,
  useDivisions,
  useModuleText,
} from '@opendpf/admin'
import { useInfiniteQuery } from '@tanstack/react-query'
import { bookOf, eligibilityId } from '../contract/index.js'

interface Member {
  readonly id: string
  readonly title: string
  readonly division: string
}

/** Who stands behind a count, page by page: each leads to its own page. */
export function MemberPages<Row extends Member>(props: {
  readonly title: string
  readonly path: string
  readonly scheme: string
  /** What narrows the list; an empty value does not. */
  readonly asked: Readonly<Record<string, string>>
  readonly columns?: readonly TableColumn<Row>[]
}) {
  const { title: caption, path, scheme, asked, columns = [] } = props
  const say = useModuleText(eligibilityId)
  const api = useApi()
  const { index } = useDivisions()
  const { registry } = useAdmin()
  const narrowed = Object.entries({ ...asked, scheme }).filter(([, value]) => value !== '')
  const query = useInfiniteQuery({
    queryKey: ['eligibility', path, ...narrowed.flat()],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const after = pageParam === '' ? [] : [['after', pageParam]]
      return api.get<{ readonly rows: readonly Row[]; readonly next: string | null }>(
        `${path}?${new URLSearchParams([...narrowed, ...after])}`,
      )
    },
    getNextPageParam: ({ next }) => next,
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const rows = query.data.pages.flatMap((page) => page.rows)
  const record = registry.records.get(bookOf(registry).schemes.get(scheme)?.of ?? 'persons.person')
  if (rows.length === 0) return <EmptyState title={say('population.nobody')} />
  return (
    <Section title={caption} isFlush>
      <DataTable
        caption={caption}
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
          ...columns,
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

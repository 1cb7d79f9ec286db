import {
  AppLink,
  Button,
  Chip,
  type ChipTone,
  DataTable,
  EmptyState,
  fetchList,
  Loading,
  ProblemNotice,
  pageHref,
  useApi,
  useModuleText,
} from '@opendpf/admin'
import { useInfiniteQuery } from '@tanstack/react-query'
import { surveys } from '../../contract/index.js'

const { interview } = surveys.records
const tones: Readonly<Record<string, ChipTone>> = {
  'to-do': 'start',
  working: 'active',
  returned: 'attention',
  done: 'done',
  checked: 'done',
}

/** The records of a village in some states, in the order of its list, page after page. */
export function TaskRecords({ task, states }: { readonly task: string; readonly states: readonly string[] }) {
  const say = useModuleText(surveys.id)
  const api = useApi()
  const query = useInfiniteQuery({
    queryKey: ['list', interview.ref, task, states],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      fetchList(
        api,
        interview,
        {
          filters: { assignment: { any: [task] }, ...(states.length > 0 ? { state: { any: states } } : {}) },
          order: { by: 'number', direction: 'ascending' },
          limit: 50,
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
        signal,
      ),
    getNextPageParam: (page) => page.next,
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const rows = query.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <EmptyState title={say('tasks.nobody')} />
  return (
    <>
      <DataTable
        caption={say('tasks.records')}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            id: 'number',
            label: say('interview.number'),
            isNumeric: true,
            cell: ({ fields }) => String(fields.number),
          },
          {
            id: 'person',
            label: say('interview.person'),
            isRowHeader: true,
            cell: ({ id, labels }) => (
              <AppLink to={pageHref(surveys.id, 'collect')} search={{ interview: id }}>
                {labels.person ?? say('tasks.unnamed')}
              </AppLink>
            ),
          },
          {
            id: 'state',
            label: say('interview.state'),
            cell: ({ fields }) => (
              <Chip tone={tones[String(fields.state)] ?? 'off'}>{say(`interview.state.${String(fields.state)}`)}</Chip>
            ),
          },
          {
            id: 'contact',
            label: say('interview.contact'),
            cell: ({ fields }) =>
              typeof fields.contact === 'string' ? say(`interview.contact.${fields.contact}`) : '—',
          },
        ]}
      />
      {query.hasNextPage && (
        <div className="actions">
          <Button isBusy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {say('tasks.more')}
          </Button>
        </div>
      )}
    </>
  )
}

import type { ListQuery, RecordAnswer } from '@opendpf/kit'
import type { PlacedDesk } from '@opendpf/kit/admin'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useAdmin } from '../app/admin-context.js'
import { fetchList } from '../records/use-records.js'

const deadlinesOfOne = 3
const mostRows = 200

/** What waits at a desk, the oldest first. */
export function waitingAt({ placed, states }: PlacedDesk): ListQuery {
  const [by] = placed.list.orders
  return {
    filters: { [placed.workflow?.field ?? '']: { any: states } },
    ...(by === undefined ? {} : { order: { by, direction: 'ascending' } }),
  }
}

/** The rows that wait at a desk, page after page. */
export function useDeskRows(desk: PlacedDesk) {
  const { api } = useAdmin()
  const { placed } = desk
  const query = waitingAt(desk)
  return useInfiniteQuery({
    queryKey: ['list', placed.ref, 'desk', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      fetchList(api, placed, { ...query, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}

/** The period of each row that ends first; rows without one are not there. */
export function useFirstDeadlines(
  { placed }: PlacedDesk,
  ids: readonly string[],
  isAllowed: boolean,
): ReadonlyMap<string, RecordAnswer> {
  const { api, registry } = useAdmin()
  const deadline = registry.records.get('system.deadline')
  const { data } = useQuery({
    queryKey: ['list', 'system.deadline', 'desk', placed.ref, ids],
    enabled: isAllowed && deadline !== undefined && ids.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const answers: RecordAnswer[] = []
      const most = Math.floor(mostRows / deadlinesOfOne)
      for (let start = 0; deadline && start < ids.length; start += most) {
        const filters = {
          record: { any: [placed.ref] },
          rowId: { any: ids.slice(start, start + most) },
          endedOn: { empty: true },
        }
        answers.push(...(await fetchList(api, deadline, { filters, limit: mostRows }, signal)).rows)
      }
      return answers
    },
  })
  const first = new Map<string, RecordAnswer>()
  for (const row of data ?? []) {
    const of = String(row.fields.rowId)
    if (!first.has(of)) first.set(of, row)
  }
  return first
}

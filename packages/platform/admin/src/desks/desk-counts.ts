import type { ListAnswer } from '@opendpf/kit'
import type { PlacedDesk } from '@opendpf/kit/admin'
import { useQueries } from '@tanstack/react-query'
import { useAdmin } from '../app/admin-context.js'
import { fetchList } from '../records/use-records.js'
import { waitingAt } from './use-desk.js'

/** How many rows wait at each of some desks, in their order; undefined until it is known of all. One that could not be asked has no count. */
export function useDeskCounts(desks: readonly PlacedDesk[]): readonly (ListAnswer['total'] | undefined)[] | undefined {
  const { api } = useAdmin()
  const counts = useQueries({
    queries: desks.map((desk) => ({
      queryKey: ['list', desk.placed.ref, 'desk', desk.name, 'count'],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        fetchList(api, desk.placed, { ...waitingAt(desk), limit: 1 }, signal),
    })),
  })
  if (counts.some(({ isPending }) => isPending)) return undefined
  return counts.map(({ data }) => data?.total)
}

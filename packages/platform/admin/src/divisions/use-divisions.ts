import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { useMeQuery } from '../session/me.js'
import type { DivisionNode } from './division-index.js'
import { indexDivisions } from './division-index.js'

/** The divisions the signed-in person works in, asked for once. */
export function useDivisions() {
  const { api } = useAdmin()
  const me = useMeQuery().data
  const under = me?.scope.code?.padEnd(12, '0')
  const query = useQuery({
    queryKey: ['divisions', under ?? 'all'],
    enabled: me !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      api.get<{ readonly divisions: readonly DivisionNode[] }>(
        `/system/divisions/tree${under ? `?under=${under}` : ''}`,
      ),
  })
  const index = useMemo(() => indexDivisions(query.data?.divisions ?? []), [query.data])
  return { index, isPending: query.isPending, error: query.error, retry: () => void query.refetch() }
}

import { useApi } from '@opendpf/admin'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { BalancesAnswer } from '../contract/index.js'

/** What funds had at the end of a day, or of one of them; an empty day is today. The answer before stays in sight while one is on its way. */
export function useBalances({ day, fund }: { readonly day: string; readonly fund?: string }) {
  const api = useApi()
  const query = new URLSearchParams({ ...(day === '' ? {} : { date: day }), ...(fund === undefined ? {} : { fund }) })
  const address = `/funds/balances${query.size === 0 ? '' : `?${query}`}`
  return useQuery({
    // rows of lists and their details are asked for anew after a change, and so is this
    queryKey: ['list', 'funds.balances', address],
    queryFn: () => api.get<BalancesAnswer>(address),
    placeholderData: keepPreviousData,
  })
}

import type { AccessEntry, HistoryEntry, ListAnswer, ListQuery, PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { pathOf, writeListParams } from '@opendpf/kit'
import type { QueryClient } from '@tanstack/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Api } from '../api/index.js'
import { useAdmin } from '../app/admin-context.js'

/** Asks for a list: by address when it can be shared, by body when names or numbers are in it. */
export function fetchList(api: Api, record: PlacedRecord, query: ListQuery, signal?: AbortSignal): Promise<ListAnswer> {
  const options = signal ? { signal } : {}
  if (query.search !== undefined || query.lookup !== undefined)
    return api.post<ListAnswer>(`${pathOf(record)}/query`, query, options)
  const params = writeListParams(query).toString()
  return api.get<ListAnswer>(`${pathOf(record)}${params ? `?${params}` : ''}`, options)
}

/** One page of a list; the page before stays until the next has come. */
export function useList(record: PlacedRecord, query: ListQuery, isEnabled = true) {
  const { api } = useAdmin()
  return useQuery({
    queryKey: ['list', record.ref, query],
    queryFn: ({ signal }) => fetchList(api, record, query, signal),
    placeholderData: keepPreviousData,
    enabled: isEnabled,
  })
}

/** One row, as it is now or as it was at an instant. */
export function useRecord(record: PlacedRecord, id: string, asOf?: string) {
  const { api } = useAdmin()
  const when = asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''
  return useQuery({
    queryKey: ['record', record.ref, id, asOf ?? 'now'],
    queryFn: () => api.get<RecordAnswer>(`${pathOf(record)}/${encodeURIComponent(id)}${when}`),
  })
}

/** The versions of a row, newest first. */
export function useHistory(record: PlacedRecord, id: string) {
  const { api } = useAdmin()
  return useQuery({
    queryKey: ['record', record.ref, id, 'history'],
    queryFn: () =>
      api.get<{ readonly entries: readonly HistoryEntry[] }>(`${pathOf(record)}/${encodeURIComponent(id)}/history`),
  })
}

/** Who looked at a row. */
export function useAccessLog(record: PlacedRecord, id: string) {
  const { api } = useAdmin()
  return useQuery({
    queryKey: ['record', record.ref, id, 'access'],
    queryFn: () =>
      api.get<{ readonly entries: readonly AccessEntry[] }>(`${pathOf(record)}/${encodeURIComponent(id)}/access`),
    staleTime: 0,
  })
}

/** Lets every page that shows rows of any kind ask again: a change may show in lists, counts and parents alike. */
export function refreshRecords(client: QueryClient): Promise<unknown> {
  return Promise.all([
    client.invalidateQueries({ queryKey: ['list'] }),
    client.invalidateQueries({ queryKey: ['record'] }),
  ])
}

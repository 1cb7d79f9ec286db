import type { OpenStep, PlacedRecord, Timeline } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useQuery } from '@tanstack/react-query'
import { useAdmin } from '../app/admin-context.js'

/** How a row came to where it stands, and the periods it has to keep. */
export function useTimeline(record: PlacedRecord, id: string) {
  const { api } = useAdmin()
  return useQuery({
    queryKey: ['record', record.ref, id, 'timeline'],
    queryFn: () => api.get<Timeline>(`${pathOf(record)}/${encodeURIComponent(id)}/timeline`),
  })
}

/** The steps that lead on, and why some of them may not be taken. */
export function useOpenSteps(record: PlacedRecord, id: string) {
  const { api } = useAdmin()
  return useQuery({
    queryKey: ['record', record.ref, id, 'steps'],
    queryFn: () =>
      api.get<{ readonly steps: readonly OpenStep[] }>(`${pathOf(record)}/${encodeURIComponent(id)}/steps`),
  })
}

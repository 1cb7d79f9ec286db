import { useApi, useList } from '@opendpf/admin'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type CheckedPlan, type PlanProgress, planning } from '../../contract/index.js'

const { plan } = planning.records
const shownAtMost = 100

/** The progress of a plan; nothing is asked before one is chosen. */
export function usePlanProgress(id: string) {
  const api = useApi()
  return useQuery({
    queryKey: ['list', 'planning.progress', id],
    queryFn: () => api.get<PlanProgress>(`/planning/plans/${encodeURIComponent(id)}/progress`),
    enabled: id !== '',
  })
}

/** What the checker finds in a plan. */
export function useFindings(id: string) {
  const api = useApi()
  return useQuery({
    queryKey: ['list', 'planning.findings', id],
    queryFn: () => api.get<CheckedPlan>(`/planning/plans/${encodeURIComponent(id)}/findings`),
  })
}

/** The plan that a page shows: the one its address names, or the latest that is adopted, or that is there. */
export function useChosenPlan(params: URLSearchParams) {
  const [chosen, setChosen] = useState(params.get('plan') ?? '')
  const { data, error } = useList(plan, { filters: {}, limit: shownAtMost })
  const rows = data?.rows ?? []
  const latest = rows.find(({ fields }) => fields.state === 'adopted') ?? rows[0]
  return {
    id: chosen === '' ? (latest?.id ?? '') : chosen,
    choose: setChosen,
    plans: rows.map(({ id, title }) => ({ value: id, label: title })),
    isReady: data !== undefined,
    error,
  }
}

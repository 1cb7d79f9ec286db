import type { ListAnswer } from '@opendpf/kit'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useAdmin } from '../app/admin-context.js'
import { useLocale } from '../i18n/use-text.js'

export const deliveryStates = ['waiting', 'done', 'dead'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** One event on its way to one receiver. */
export interface Delivery {
  readonly event: string
  readonly name: string
  readonly at: string
  /** `webhook:<id>` or `module:<id>`. */
  readonly target: string
  readonly state: DeliveryState
  readonly attempts: number
  /** The status that the other system answered. */
  readonly answer: number | null
  readonly message: string | null
  readonly nextAt: string | null
}

/** What was told to whom, the newest first. */
export function useDeliveries(state: string) {
  const { api } = useAdmin()
  return useInfiniteQuery({
    queryKey: ['deliveries', state],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const params = new URLSearchParams({
        ...(state ? { state } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      }).toString()
      return api.get<{ readonly deliveries: readonly Delivery[]; readonly next?: string }>(
        `/system/deliveries${params ? `?${params}` : ''}`,
      )
    },
    getNextPageParam: (last) => last.next,
  })
}

/** What receivers are called: other systems by their title, modules by their name. */
export function useReceivers(): (target: string) => string {
  const { api, registry } = useAdmin()
  const locale = useLocale()
  const { data } = useQuery({
    queryKey: ['list', 'system.webhook', 'titles'],
    queryFn: () => api.get<ListAnswer>('/system/webhooks?limit=200'),
  })
  const titles = new Map(data?.rows.map(({ id, title }) => [id, title]))
  return (target) => {
    const [kind, id = ''] = target.split(':')
    if (kind === 'webhook') return titles.get(id) ?? id
    return registry.modules.some((module) => module.id === id) ? registry.text(id, locale, 'title') : target
  }
}

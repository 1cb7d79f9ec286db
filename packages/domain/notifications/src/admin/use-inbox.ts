import { announce, useApi, useModuleText } from '@opendpf/admin'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type Inbox, type InboxCount, notifications } from '../contract/index.js'
import { usePresence } from './use-presence.js'

const path = '/notifications/inbox'
const countKey = ['notifications', 'inbox', 'count'] as const
const listKey = ['notifications', 'inbox', 'list'] as const
/** How often it is asked whether there is something new: nobody's work waits for it. */
export const askEvery = 90_000
/** For how long after the last press it is asked: shorter than a session lasts without one. */
export const patience = 300_000

/** How many messages are unread. What is new is said once, politely: what was there when one came is not new. */
export function useUnread(): number {
  const api = useApi()
  const say = useModuleText(notifications.id)
  const isPresent = usePresence(patience)
  const { data } = useQuery({
    queryKey: countKey,
    queryFn: () => api.get<InboxCount>(`${path}/count`),
    refetchInterval: isPresent ? askEvery : false,
    staleTime: askEvery / 2,
  })
  const seen = useRef<string | null | undefined>(undefined)
  const { unread = 0, newest } = data ?? {}
  useEffect(() => {
    if (newest === undefined) return
    const before = seen.current
    if (before !== undefined && newest !== null && (before === null || newest > before))
      announce(say('inbox.new', { unread }))
    // reading everything makes nothing new of what comes after
    seen.current = newest !== null && (before ?? '') < newest ? newest : (before ?? newest)
  }, [newest, unread, say])
  return unread
}

/** The messages, newest first, as far as they were asked for. */
export function useInbox() {
  const api = useApi()
  return useInfiniteQuery({
    queryKey: listKey,
    initialPageParam: '',
    queryFn: ({ pageParam }) => api.get<Inbox>(pageParam === '' ? path : `${path}?before=${pageParam}`),
    getNextPageParam: ({ before }) => before ?? undefined,
  })
}

/** Marks messages as read: some, or all. */
export function useMarkRead() {
  const api = useApi()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: readonly string[] | 'all') => api.post(`${path}/read`, ids === 'all' ? { all: true } : { ids }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications', 'inbox'] }),
  })
}

import { useNavigate, useRouterState } from '@tanstack/react-router'
import type { ListMemory } from './list-state.js'

/** Where one stands in a list without conditions: the cursor in the address, the pages before it in the history. */
export function usePagePlace() {
  const navigate = useNavigate()
  const cursor = useRouterState({
    select: (state) => (state.location.search as { readonly cursor?: string }).cursor,
  })
  const memory = useRouterState({ select: (state) => (state.location.state as { readonly list?: ListMemory }).list })
  const trail = memory?.trail ?? []
  const go = (to: string | undefined, before: readonly string[]) =>
    void navigate({
      to: '.',
      search: (to ? { cursor: to } : {}) as never,
      state: { list: { trail: before } } as never,
      resetScroll: false,
    })
  return {
    cursor,
    /** Which page this is; undefined when the address of a later page was opened directly. */
    page: cursor === undefined ? 1 : trail.length > 0 ? trail.length + 1 : undefined,
    isFirst: cursor === undefined,
    hasPrevious: trail.length > 0,
    onFirst: () => go(undefined, []),
    onPrevious: () => go(trail.at(-1), trail.slice(0, -1)),
    onNext: (following: string) => go(following, [...trail, cursor ?? '']),
  }
}

import { covers } from '@opendpf/kit'
import type { QueryClient } from '@tanstack/react-query'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAdmin } from '../app/admin-context.js'

/** Who is signed in, as the server says. */
export interface Me {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly roles: readonly { readonly id: string; readonly title: string }[]
  readonly scope: { readonly level: 'all' | 'county' | 'town' | 'village'; readonly code?: string }
  readonly division: string | null
  readonly divisionName: string | null
  readonly permissions: readonly string[]
  readonly state: SessionState
}

/** How far a sign-in has come. */
export type SessionState = 'signed-in' | 'second-factor' | 'enrol-second-factor' | 'change-password'

export const meKey = ['me'] as const

/** The signed-in person; pages below the shell always have one. */
export function useMe(): Me {
  const { data } = useMeQuery()
  if (!data) throw new Error('useMe needs a signed-in person')
  return data
}

/** The question who is signed in, for the parts that work without an answer. */
export function useMeQuery() {
  const { api } = useAdmin()
  return useQuery({ queryKey: meKey, queryFn: () => api.get<Me>('/me'), staleTime: 60_000, retry: false })
}

/** Says whether the signed-in person holds a permission; patterns such as `persons:*` count. */
export function useCan(): (permission: string) => boolean {
  const permissions = useMeQuery().data?.permissions
  return useMemo(() => {
    const patterns = permissions ?? []
    const exact = new Set(patterns)
    const open = patterns.filter((pattern) => pattern.includes('*'))
    return (permission) => exact.has(permission) || open.some((pattern) => covers(pattern, permission))
  }, [permissions])
}

/** Forgets everything the server said to the one who leaves. */
function forgetSession(client: QueryClient): void {
  client.clear()
}

/** Signs out on the server and forgets drafts and answers on this side. */
export function useSignOut(): () => Promise<void> {
  const { api } = useAdmin()
  const client = useQueryClient()
  return async () => {
    await api.delete('/session')
    globalThis.sessionStorage.clear()
    forgetSession(client)
  }
}

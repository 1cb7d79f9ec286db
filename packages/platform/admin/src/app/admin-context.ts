import type { Registry } from '@opendpf/kit'
import type { AdminContribution } from '@opendpf/kit/admin'
import type { Clock } from '@opendpf/standards'
import { createContext, use } from 'react'
import type { Api } from '../api/index.js'
import type { SessionGate } from '../session/session-gate.js'

/** What every page can reach: the declarations, the server, the time. */
export interface Admin {
  readonly registry: Registry
  readonly contributions: readonly AdminContribution[]
  readonly api: Api
  readonly clock: Clock
  readonly gate: SessionGate
}

/** Carries {@link Admin} down the tree. */
export const AdminContext = createContext<Admin | null>(null)

/** The parts every page works with; outside the admin app it throws. */
export function useAdmin(): Admin {
  const admin = use(AdminContext)
  if (!admin) throw new Error('a component of @opendpf/admin is used outside the admin app')
  return admin
}

/** The server, for pages of modules. */
export function useApi(): Api {
  return useAdmin().api
}

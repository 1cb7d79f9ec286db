import type { ShippedRoleId } from '@opendpf/access'
import { runState } from '../run/run-state.js'

/** The accounts of the demo county and the role each has. The first that may see a page is the one it is tested as. */
export const accounts = {
  approver: 'county-approver',
  clerk: 'county-clerk',
  town: 'town-clerk',
  leader: 'county-leader',
  village: 'village-commissioner',
  sysadmin: 'system-administrator',
  secadmin: 'security-administrator',
  auditadmin: 'audit-administrator',
} as const satisfies Readonly<Record<string, ShippedRoleId>>

export type Username = keyof typeof accounts

export const usernames = Object.keys(accounts) as readonly Username[]

/** Where the session of a user is kept during a run, as Playwright stores it. */
export function sessionFile(user: Username): string {
  return runState.path(`session-${user}`)
}

/** The authenticator of a user: its secret, the last period whose code was used, and the recovery codes. */
export interface Authenticator {
  readonly secret: string
  readonly usedStep: number
  readonly recoveryCodes: readonly string[]
}

/** The authenticator that a user was given in this run, if the role asks for one. */
export const authenticators = {
  read: (user: Username): Authenticator => runState.read(`authenticator-${user}`),
  write: (user: Username, authenticator: Authenticator): void => runState.write(`authenticator-${user}`, authenticator),
}

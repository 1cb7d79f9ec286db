import type { Scope } from '@opendpf/kit'

/**
 * How far a sign-in has come. Only `signed-in` may do anything; the others wait for a code, for a second factor to be set up, or for
 * a new password.
 */
export const sessionStates = ['signed-in', 'second-factor', 'enrol-second-factor', 'change-password'] as const

export type SessionState = (typeof sessionStates)[number]

/** What signing in answers. */
export interface SignInAnswer {
  readonly state: SessionState
}

/** What `GET /api/v1/me` answers. */
export interface MeAnswer {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly roles: readonly { readonly id: string; readonly title: string }[]
  readonly scope: Scope
  readonly division: string
  readonly divisionName: string
  /** Empty until the state is `signed-in`. */
  readonly permissions: readonly string[]
  readonly state: SessionState
  /** Whether a second factor is set up. */
  readonly hasSecondFactor: boolean
}

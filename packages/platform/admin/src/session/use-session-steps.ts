import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import type { SessionState } from './me.js'
import { meKey } from './me.js'

/** A step of signing in and what it takes. */
export interface SessionSteps {
  /** Where the sign-in stands; undefined before a password was accepted. */
  readonly state: SessionState | undefined
  signIn(username: string, password: string): Promise<SessionState>
  verify(answer: { readonly code: string } | { readonly recoveryCode: string }): Promise<SessionState>
  enrol(): Promise<{ readonly uri: string; readonly secret: string }>
  confirmEnrolment(code: string): Promise<readonly string[]>
  changePassword(current: string, next: string): Promise<void>
  /** Goes on after a step whose result the person had to read first. */
  proceed(): Promise<SessionState>
}

/** Walks a person through signing in: password, second factor, enrolment, forced change of password. */
export function useSessionSteps(initial?: SessionState): SessionSteps {
  const { api } = useAdmin()
  const client = useQueryClient()
  const [state, setState] = useState(initial)
  const reach = async (next: SessionState): Promise<SessionState> => {
    if (next === 'signed-in') await client.invalidateQueries({ queryKey: meKey })
    setState(next)
    return next
  }
  const proceed = async () => reach((await api.get<{ readonly state: SessionState }>('/me')).state)
  return {
    state,
    signIn: async (username, password) =>
      reach((await api.post<{ readonly state: SessionState }>('/session', { username, password })).state),
    verify: async (answer) =>
      reach((await api.post<{ readonly state: SessionState }>('/session/second-factor', answer)).state),
    enrol: () => api.post('/session/second-factor/enrol'),
    confirmEnrolment: async (code) =>
      (await api.post<{ readonly recoveryCodes: readonly string[] }>('/session/second-factor/enrol/confirm', { code }))
        .recoveryCodes,
    changePassword: async (current, next) => {
      await api.post('/session/password', { current, next })
    },
    proceed,
  }
}

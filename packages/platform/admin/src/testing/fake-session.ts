import type { FakeRequest } from './fake-answers.js'
import { json, refuse } from './fake-answers.js'

const password = 'a long test password'

/** Signing in, in memory. The user names `zhang`, `factor`, `enrol` and `fresh` lead through the different steps. */
export function createFakeSession(options: { readonly isSignedIn: boolean; readonly permissions: readonly string[] }) {
  let state: 'out' | 'signed-in' | 'second-factor' | 'enrol-second-factor' | 'change-password' = options.isSignedIn
    ? 'signed-in'
    : 'out'
  const go = (next: Exclude<typeof state, 'out'>): Response => {
    state = next
    return json({ state })
  }
  return {
    isOut: () => state === 'out',
    end: () => {
      state = 'out'
    },
    handle: ({ method, path, body }: FakeRequest): Response | undefined => {
      if (path === '/me') {
        if (state === 'out') return refuse('not-signed-in')
        return json({
          id: 'u1',
          name: '张明',
          username: 'zhang',
          roles: [{ id: 'r1', title: '业务经办' }],
          scope: { level: 'county', code: '990121' },
          division: '990121000000',
          divisionName: '青山县',
          permissions: options.permissions,
          state,
        })
      }
      if (path === '/session' && method === 'DELETE') {
        state = 'out'
        return json(undefined, 204)
      }
      if (path === '/session') {
        if (body.password !== password) return refuse('not-signed-in')
        const steps: Readonly<Record<string, Exclude<typeof state, 'out'>>> = {
          factor: 'second-factor',
          enrol: 'enrol-second-factor',
          fresh: 'change-password',
        }
        return go(steps[String(body.username)] ?? 'signed-in')
      }
      if (path === '/session/second-factor')
        return body.code === '123456' || body.recoveryCode === 'aaaa-bbbb'
          ? go('signed-in')
          : refuse('second-factor-required')
      if (path === '/session/second-factor/enrol')
        return json({
          uri: 'otpauth://totp/OpenDPF:zhang?secret=JBSWY3DPEHPK3PXP&issuer=OpenDPF',
          secret: 'JBSWY3DPEHPK3PXP',
        })
      if (path === '/session/second-factor/enrol/confirm') {
        if (body.code !== '123456') return refuse('second-factor-required')
        state = 'signed-in'
        return json({ recoveryCodes: ['aaaa-bbbb', 'cccc-dddd', 'eeee-ffff'] })
      }
      if (path === '/session/methods') return json({ password: true, passwords: { minLength: 10 } })
      if (path === '/session/password') {
        if (body.current !== password)
          return refuse('invalid-input', { fields: [{ path: 'current', code: 'wrong', message: '当前密码不对' }] })
        state = 'signed-in'
        return json({})
      }
      return undefined
    },
  }
}

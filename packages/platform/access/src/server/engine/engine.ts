import { isAPIError } from 'better-auth/api'
import type { EngineOptions } from './library.js'
import { createLibrary, isSecure } from './library.js'
import { oidcProvider } from './oidc.js'

/** A session as the engine finds it by its cookie: the signature was checked, nothing else. */
export interface FoundSession {
  readonly id: string
  readonly userId: string
  readonly method: string
  readonly createdAt: Date
  readonly seenAt: Date
  readonly expiresAt: Date
  readonly secondFactorAt: Date | null
}

/** What an engine call gives back to the browser beside its result: cookies to set. */
export interface WithCookies {
  readonly cookies: readonly string[]
}

/** The sign-in library behind one narrow door: nothing else of the package knows it. */
export interface Engine {
  /** Name of the session cookie. */
  readonly cookieName: string
  findSession(headers: Headers): Promise<FoundSession | undefined>
  openSession(userId: string, headers: Headers): Promise<WithCookies & { readonly id: string }>
  signOut(headers: Headers): Promise<WithCookies>
  storeSecondFactor(factor: {
    readonly userId: string
    readonly secret: string
    readonly recoveryCodes: readonly string[]
  }): Promise<void>
  /** Checks a one-time code of the session's user. The first right one confirms the second factor and replaces the session. */
  verifyCode(code: string, headers: Headers): Promise<WithCookies | undefined>
  /** Checks and spends a recovery code of the session's user. */
  verifyRecoveryCode(code: string, headers: Headers): Promise<boolean>
  recoveryCodes(userId: string): Promise<readonly string[]>
  /** The provider's address to send the browser to. */
  startOidc(returnTo: string, headers: Headers): Promise<WithCookies & { readonly url: string }>
  /** Takes the browser's way back from the provider. */
  finishOidc(request: Request): Promise<Response>
}

/** Sets the library up and shows of it what the package needs. */
export function createEngine(options: EngineOptions): Engine {
  const { api, handler } = createLibrary(options)
  return {
    cookieName: `${isSecure(options.config) ? '__Secure-' : ''}opendpf.session_token`,
    async findSession(headers) {
      const found = await api.getSession({ headers, query: { disableRefresh: true, disableCookieCache: true } })
      if (!found) return undefined
      const { id, userId, createdAt, expiresAt, method, seenAt, secondFactorAt } = found.session
      return {
        id,
        userId,
        createdAt,
        expiresAt,
        method: method ?? 'password',
        seenAt: seenAt ?? createdAt,
        secondFactorAt: secondFactorAt ?? null,
      }
    },
    async openSession(userId, headers) {
      const { headers: set, response } = await api.openSession({ body: { userId }, headers, returnHeaders: true })
      return { id: response.id, cookies: set.getSetCookie() }
    },
    async signOut(headers) {
      const { headers: set } = await api.signOut({ headers, returnHeaders: true })
      return { cookies: set.getSetCookie() }
    },
    async storeSecondFactor({ userId, secret, recoveryCodes }) {
      await api.storeSecondFactor({ body: { userId, secret, recoveryCodes: [...recoveryCodes] } })
    },
    async verifyCode(code, headers) {
      const result = await refusedAsUndefined(() => api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
      return result && { cookies: result.headers.getSetCookie() }
    },
    async verifyRecoveryCode(code, headers) {
      const result = await refusedAsUndefined(() =>
        api.verifyBackupCode({ body: { code, disableSession: true }, headers }),
      )
      return result !== undefined
    },
    async recoveryCodes(userId) {
      return (await api.viewBackupCodes({ body: { userId } })).backupCodes
    },
    async startOidc(returnTo, headers) {
      const { headers: set, response } = await api.signInSocial({
        body: { provider: oidcProvider, callbackURL: returnTo, disableRedirect: true },
        headers,
        returnHeaders: true,
      })
      if (!response.url) throw new Error('the identity provider has no address to sign in at')
      return { url: response.url, cookies: set.getSetCookie() }
    },
    finishOidc: (request) => handler(request),
  }
}

/** A wrong or spent code is an answer, everything else a failure. */
async function refusedAsUndefined<T>(check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check()
  } catch (error) {
    if (isAPIError(error) && (error.status === 'UNAUTHORIZED' || error.status === 'CONFLICT')) return undefined
    throw error
  }
}

import type { Actor, Registry } from '@opendpf/kit'
import type { Clock } from '@opendpf/standards'
import type { Context } from 'hono'
import { Hono } from 'hono'
import type { AccessConfigInput } from '../config.js'
import { readAccessConfig } from '../config.js'
import type { AccessDatabase } from '../database.js'
import { createEngine } from '../engine/engine.js'
import { meRoute } from '../session-routes/me.js'
import { oidcRoutes } from '../session-routes/oidc-routes.js'
import { addressReader } from '../session-routes/request.js'
import { sessionRoutes } from '../session-routes/session-routes.js'
import { createAttempts } from '../sign-in/attempts.js'
import { createEventLog } from '../sign-in/events.js'
import { createChangePassword, createSecondFactor, createSignIn } from '../sign-in/index.js'
import type { SignInParts } from '../sign-in/parts.js'
import { type Passwords, passwords as scrypt } from '../sign-in/passwords.js'
import type { AccessKysely } from '../tables.js'
import { actorOf, loadAccount } from './account.js'
import { createKeys } from './keys.js'
import { roleSetsOf } from './role-sets.js'
import type { Session } from './sessions.js'
import { createSessions } from './sessions.js'

export interface AuthenticatorOptions {
  readonly database: AccessDatabase
  readonly clock: Clock
  readonly config: AccessConfigInput
  readonly registry: Registry
  /** What a division is called. Default: its code. */
  readonly divisionName?: (code: string) => string | Promise<string>
  /** Where a request comes from. Default: the socket of Node's server, seen through the configured number of proxies. */
  readonly addressOf?: (c: Context) => string
  readonly passwords?: Passwords
}

export interface Authenticator {
  /**
   * Who asks, by session cookie or `Authorization: Bearer`. Undefined when nobody is signed in. The actor holds no permission unless
   * the state is `signed-in`.
   */
  authenticate(headers: Headers): Promise<Session | undefined>
  /** Who a user or a key is now, with what he may do now: for work that was asked for earlier. Undefined when he may not act any more. */
  actorOf(id: string): Promise<Actor | undefined>
  /** `/session…` and `/me`, to be mounted below `/api/v1`. Failures are thrown as `OpenDpfError`. */
  readonly routes: Hono
  /** Stops listening to changes. The database belongs to whoever opened it. */
  close(): void
}

/**
 * Puts sign-in together for one server.
 *
 * @throws Error when a shipped role names a permission no module has; ZodError when the configuration is wrong
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const { clock, registry, passwords = scrypt } = options
  const config = readAccessConfig(options.config)
  const db: AccessKysely = options.database.kysely
  const sets = roleSetsOf(registry)
  const engine = createEngine({ kysely: db, clock, config })
  const sessions = createSessions({ db, clock, config, engine, registry })
  const keys = createKeys({ db, clock, registry })
  const attempts = createAttempts({ db, clock, limits: config.lockOut })
  const parts: SignInParts = {
    db,
    clock,
    config,
    engine,
    sessions,
    attempts,
    record: createEventLog(db, clock),
    passwords,
  }
  const addressOf = options.addressOf ?? addressReader(config.trustedProxies)

  const authenticate = async (headers: Headers): Promise<Session | undefined> => {
    const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
    return bearer === undefined ? sessions.find(headers) : keys.find(bearer)
  }

  const routes = new Hono()
  routes.route('/session', oidcRoutes(parts, addressOf))
  routes.route(
    '/session',
    sessionRoutes({
      parts,
      signIn: createSignIn(parts),
      secondFactor: createSecondFactor(parts),
      changePassword: createChangePassword(parts),
      addressOf,
    }),
  )
  routes.route('/me', meRoute({ authenticate, divisionName: options.divisionName ?? ((code) => code) }))

  return {
    authenticate,
    async actorOf(id) {
      const account = await loadAccount(db, id, sets)
      return account ? actorOf(account, true) : keys.actorOf(id)
    },
    routes,
    close() {
      sessions.close()
      keys.close()
    },
  }
}

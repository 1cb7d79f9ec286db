import type { Clock } from '@opendpf/standards'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { uuidv7 } from 'uuidv7'
import type { AccessConfig } from '../config.js'
import { withInstants } from '../instants.js'
import type { AccessKysely } from '../tables.js'
import { fieldNames } from './field-names.js'
import { oidcPlugins, oidcProvider } from './oidc.js'
import { doorPlugin } from './plugin.js'

export interface EngineOptions {
  readonly kysely: AccessKysely
  readonly clock: Clock
  readonly config: AccessConfig
}

/** Where the library's only route that browsers reach lies: the way back from an identity provider. */
const basePath = '/api/v1/session'

/** Sets the library up on our tables, with our identifiers, times and cookies. */
export function createLibrary(options: EngineOptions) {
  const { clock, config } = options
  const kysely = withInstants(options.kysely)
  return betterAuth({
    appName: 'OpenDPF',
    baseURL: config.publicUrl,
    basePath,
    secret: config.secret,
    database: { db: kysely, type: 'postgres', transaction: true },
    ...fieldNames,
    session: {
      ...fieldNames.session,
      expiresIn: config.absoluteMinutes * 60,
      // the idle limit is ours: the library would write on every visit
      disableSessionRefresh: true,
    },
    account: {
      ...fieldNames.account,
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: [oidcProvider] },
    },
    // our own counting is stored in the database and knows accounts
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    onAPIError: { errorURL: `${config.publicUrl}/sign-in` },
    advanced: {
      cookiePrefix: 'opendpf',
      useSecureCookies: isSecure(config),
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => uuidv7() },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const now = clock.now()
            const isOidc = context?.path?.startsWith('/callback') === true
            const isTrusted = isOidc && config.oidc?.trustsSecondFactor === true
            return {
              data: {
                ...session,
                createdAt: now,
                updatedAt: now,
                seenAt: now,
                expiresAt: new Date(now.getTime() + config.absoluteMinutes * 60_000),
                method: isOidc ? 'oidc' : (session.method ?? 'password'),
                secondFactorAt: isTrusted ? now : null,
              },
            }
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'OpenDPF',
        schema: fieldNames.twoFactor,
        backupCodeOptions: { storeBackupCodes: 'encrypted' },
      }),
      doorPlugin,
      ...oidcPlugins(config.oidc, kysely),
    ],
  })
}

/** Cookies are `Secure` exactly when browsers come by https. */
export function isSecure(config: AccessConfig): boolean {
  return config.publicUrl.startsWith('https://')
}

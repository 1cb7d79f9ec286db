import type { BetterAuthPlugin } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { normaliseUsername } from '../../contract/index.js'
import type { OidcConfig } from '../config.js'
import type { AccessKysely } from '../tables.js'
import { internalAddress } from './internal-address.js'

/** The provider's id in addresses and in `auth_account`. */
export const oidcProvider = 'oidc'

/**
 * Sign-in by the county's own identity provider, if there is one. It opens sessions for users whom a security administrator made; it
 * never makes one.
 */
export function oidcPlugins(oidc: OidcConfig | undefined, kysely: AccessKysely): BetterAuthPlugin[] {
  if (!oidc) return []
  return [
    genericOAuth({
      config: [
        {
          providerId: oidcProvider,
          name: oidc.title,
          discoveryUrl: oidc.discoveryUrl,
          clientId: oidc.clientId,
          ...(oidc.clientSecret === undefined ? {} : { clientSecret: oidc.clientSecret }),
          scopes: oidc.scopes,
          pkce: true,
          requireIdTokenVerification: true,
          disableSignUp: true,
          getUserInfo: async ({ idToken }) =>
            idToken === undefined ? null : { emailVerified: false, ...claimsOf(idToken) },
          mapProfileToUser: async (profile) => {
            const username = profile[oidc.usernameClaim]
            const id = typeof username === 'string' ? await findUserId(kysely, username) : undefined
            // an address nobody has: the library then answers that there is no such user
            return { email: internalAddress(id ?? 'nobody'), emailVerified: id !== undefined, name: '' }
          },
        },
      ],
    }),
  ]
}

/** What an ID token says; the library has checked its signature, issuer, audience and nonce before it asks. */
function claimsOf(idToken: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString())
}

async function findUserId(kysely: AccessKysely, username: string): Promise<string | undefined> {
  const row = await kysely
    .selectFrom('auth_user')
    .innerJoin('access_user', 'access_user.id', 'auth_user.id')
    .select('auth_user.id')
    .where('auth_user.username', '=', normaliseUsername(username))
    .executeTakeFirst()
  return row?.id
}

import type { DatabaseOf } from '@opendpf/kit'
import type { Kysely } from 'kysely'
import type { access } from '../contract/index.js'

/** Instants as the driver hands them over: `Date`, or ISO text where the pool was told to. */
type Instant = Date | string

export interface AuthUserTable {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly email: string
  readonly email_verified: boolean
  readonly image: string | null
  readonly two_factor_enabled: boolean
  readonly must_change_password: boolean
  readonly password_changed_at: Instant | null
  readonly last_sign_in_at: Instant | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

export interface AuthSessionTable {
  readonly id: string
  readonly token: string
  readonly user_id: string
  readonly method: string
  readonly seen_at: Instant
  readonly second_factor_at: Instant | null
  readonly expires_at: Instant
  readonly ip_address: string | null
  readonly user_agent: string | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

export interface AuthAccountTable {
  readonly id: string
  readonly account_id: string
  readonly provider_id: string
  readonly user_id: string
  readonly password: string | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

export interface AuthTwoFactorTable {
  readonly id: string
  readonly user_id: string
  readonly secret: string
  readonly backup_codes: string
  readonly verified: boolean
  readonly failed_verification_count: number
  readonly locked_until: Instant | null
}

export interface AuthAttemptTable {
  readonly key: string
  readonly count: number
  readonly since: Instant
  readonly last_at: Instant
  readonly locked_until: Instant | null
}

export interface AuthApiKeyTable {
  readonly id: string
  readonly hash: string
  readonly issued_at: Instant
  readonly last_used_at: Instant | null
}

export interface AuthEventTable {
  readonly id: string
  readonly at: Instant
  readonly kind: string
  readonly user_id: string | null
  readonly username: string | null
  /** Where the user was posted then. */
  readonly county: string | null
  readonly address: string | null
}

/** The tables behind signing in. */
export interface AuthTables {
  readonly auth_user: AuthUserTable
  readonly auth_session: AuthSessionTable
  readonly auth_account: AuthAccountTable
  readonly auth_two_factor: AuthTwoFactorTable
  readonly auth_used_code: { readonly user_id: string; readonly code: string; readonly at: Instant }
  readonly auth_attempt: AuthAttemptTable
  readonly auth_api_key: AuthApiKeyTable
  readonly auth_event: AuthEventTable
}

/** Everything the authenticator sees: its own tables, and the module's records across all divisions. */
export type AccessTables = AuthTables & DatabaseOf<typeof access>

export type AccessKysely = Kysely<AccessTables>

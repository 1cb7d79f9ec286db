import type { MigrationTools } from '@opendpf/kit/server'
import { sql } from 'kysely'

const records = async ({ createRecord }: MigrationTools): Promise<void> => {
  await createRecord('access_user', {
    scope: 'division',
    columns: {
      username: 'text',
      name: 'text',
      is_everywhere: 'flag?',
      is_disabled: 'flag?',
      password_reset_at: 'instant?',
      second_factor_reset_at: 'instant?',
      unlocked_at: 'instant?',
    },
    orders: ['username', 'name'],
    unique: [['username']],
    isSearched: true,
  })
  await createRecord('access_role', {
    scope: 'global',
    columns: {
      title: 'text',
      title_en: 'text?',
      description: 'text?',
      kind: 'text',
      permissions: 'data',
      needs_second_factor: 'flag?',
      shipped_as: 'text?',
    },
    orders: ['title'],
    unique: [['shipped_as']],
  })
  await createRecord('access_grant', {
    scope: 'division',
    columns: { holder: 'text', role: 'text', holder_name: 'text', role_title: 'text' },
    orders: ['holder_name', 'role_title'],
    indexes: ['holder', 'role'],
    unique: [['holder', 'role']],
  })
  await createRecord('access_api_key', {
    scope: 'division',
    columns: {
      name: 'text',
      holder: 'text',
      permissions: 'data',
      expires_on: 'date',
      is_revoked: 'flag?',
      issued_at: 'instant?',
    },
    orders: ['name', 'expires_on'],
    indexes: ['holder'],
  })
}

/** What signing in needs. No records: nobody reads or changes these rows through the platform, and they are gone when they are over. */
const tables = [
  `create table auth_user (
     id text primary key, username text not null unique, name text not null, email text not null unique, email_verified boolean not null,
     image text, two_factor_enabled boolean not null default false, must_change_password boolean not null default false,
     password_changed_at timestamptz, last_sign_in_at timestamptz, created_at timestamptz not null, updated_at timestamptz not null)`,
  `create table auth_session (
     id text primary key, token text not null unique, user_id text not null references auth_user (id) on delete cascade,
     method text not null, seen_at timestamptz not null, second_factor_at timestamptz, expires_at timestamptz not null,
     ip_address text, user_agent text, created_at timestamptz not null, updated_at timestamptz not null)`,
  `create index auth_session_user on auth_session (user_id)`,
  `create index auth_session_expiry on auth_session (expires_at)`,
  `create table auth_account (
     id text primary key, account_id text not null, provider_id text not null, user_id text not null references auth_user (id) on delete cascade,
     access_token text, refresh_token text, id_token text, access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
     scope text, password text, created_at timestamptz not null, updated_at timestamptz not null,
     unique (provider_id, account_id))`,
  `create index auth_account_user on auth_account (user_id)`,
  `create table auth_verification (
     id text primary key, identifier text not null, value text not null, expires_at timestamptz not null,
     created_at timestamptz not null, updated_at timestamptz not null)`,
  `create index auth_verification_identifier on auth_verification (identifier)`,
  `create table auth_two_factor (
     id text primary key, user_id text not null unique references auth_user (id) on delete cascade, secret text not null,
     backup_codes text not null, verified boolean not null default false, failed_verification_count integer not null default 0,
     locked_until timestamptz)`,
  // a one-time code is good once: who used which within its life is kept here
  `create table auth_used_code (user_id text not null, code text not null, at timestamptz not null, primary key (user_id, code))`,
  // attempts by account (known or not) and by address, with the time until which it is locked
  `create table auth_attempt (
     key text primary key, count integer not null, since timestamptz not null, last_at timestamptz not null, locked_until timestamptz)`,
  `create table auth_api_key (
     id text primary key, hash text not null unique, issued_at timestamptz not null, last_used_at timestamptz)`,
  `create table auth_event (
     id text primary key, at timestamptz not null, kind text not null, user_id text, username text, county text,
     address text)`,
  `create index auth_event_county on auth_event (county, id)`,
  `create index auth_event_user on auth_event (user_id, id)`,
]

const application = 'opendpf_app, opendpf_see_all, opendpf_see_county, opendpf_see_town, opendpf_see_village'

const grants = [
  `grant select, insert, update, delete on auth_user, auth_session, auth_account, auth_verification, auth_two_factor, auth_used_code,
     auth_attempt, auth_api_key to ${application}`,
  // what happened at the door can be added to and read, never changed
  `grant select, insert on auth_event to ${application}`,
]

/** The records of the module and the tables behind signing in. */
export async function init(tools: MigrationTools): Promise<void> {
  await records(tools)
  for (const statement of [...tables, ...grants]) await sql.raw(statement).execute(tools.db)
}

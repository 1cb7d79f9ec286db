import type { MigrationTools } from '@opendpf/kit/server'
import { sql } from 'kysely'

/**
 * The county's signing keys, the lists it signs, and which entry belongs to which certificate. They are no records: a private key must not be
 * revealed to anybody, and lists are made anew every hour. Whoever has no account sees public keys and signed lists, and no entry. The issuer is
 * the county, 6 digits: these rows lie in nobody's territory, and a clerk of one town shows e-certificates with the key of his county.
 */
export async function credentialTables({ db }: MigrationTools): Promise<void> {
  const sights = 'opendpf_see_all, opendpf_see_county, opendpf_see_town, opendpf_see_village'
  const anybody = 'opendpf_see_public'
  const statements = [
    `create table certificates_credential_key (
       kid text primary key, issuer text not null, public_key jsonb not null, private_key bytea not null,
       since timestamptz not null, until timestamptz, withdrawn_at timestamptz)`,
    // one key signs for a county; the older ones stay, to verify with
    `create unique index certificates_credential_key_current on certificates_credential_key (issuer) where until is null`,
    `create table certificates_status_list (
       id text primary key, issuer text not null, number integer not null, size integer not null, token text, signed_at timestamptz,
       unique (issuer, number))`,
    `create table certificates_status_entry (
       list text not null references certificates_status_list (id), idx integer not null, certificate text not null, issuer text not null,
       credential text not null, status smallint not null, category text not null, grade text not null, number_key text not null,
       valid_to date not null, since timestamptz not null, primary key (list, idx))`,
    // what is revoked stays revoked: a certificate that is valid again gets another entry
    `create unique index certificates_status_entry_open on certificates_status_entry (certificate) where status <> 1`,
    `alter table certificates_credential_key enable row level security`,
    `create policy use_all on certificates_credential_key to ${sights} using (true) with check (true)`,
    `create policy see_published on certificates_credential_key for select to ${anybody} using (withdrawn_at is null)`,
    `grant select, insert, update on certificates_credential_key, certificates_status_list, certificates_status_entry to ${sights}`,
    `grant select (kid, issuer, public_key, since, withdrawn_at) on certificates_credential_key to ${anybody}`,
    `grant select (id, issuer, number, token, signed_at) on certificates_status_list to ${anybody}`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}

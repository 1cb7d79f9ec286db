import type { ModuleMigrations } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { sightRoles } from '../owned/roles.js'
import { rowSecuritySql } from './record-table.js'

const everySight = sightRoles.join(', ')

const tables = [
  // one chain per county, so that counties on one database do not wait for each other
  `create table audit_head (county text primary key, seq bigint not null, hash text not null)`,
  `create table audit_entry (
     county text not null, seq bigint not null, at timestamptz not null, actor text not null, actor_name text not null,
     action text not null, record text not null, record_id text not null, version integer not null, division text, town text,
     fields text[] not null, reason text, digest text not null, previous text not null, hash text not null, primary key (county, seq))`,
  `create index audit_entry_record on audit_entry (record, record_id, version)`,
  `create index audit_entry_actor on audit_entry (actor, at)`,
  `create table access_log (
     id text primary key, at timestamptz not null, county text, actor text not null, actor_name text not null, kind text not null,
     record text not null, record_id text, fields text[] not null, reason text, rows integer)`,
  `create index access_log_record on access_log (record, record_id, at)`,
  `create index access_log_actor on access_log (actor, at)`,
  `create table outbox (id text primary key, at timestamptz not null, county text, name text not null, payload jsonb not null, sent_at timestamptz)`,
  `create index outbox_waiting on outbox (id) where sent_at is null`,
  `create table idempotency (actor text not null, key text not null, request text not null, status integer, answer bytea, at timestamptz not null, primary key (actor, key))`,
  // exact look-ups by number go through one table, whatever the record; it also keeps a number from being registered twice
  `create table number_lookup (
     field text not null, key text not null, id text not null, county text not null, town text, division text not null, is_unique boolean not null,
     primary key (field, key, id))`,
  `create unique index number_lookup_unique on number_lookup (field, key) where is_unique`,
  `create index number_lookup_id on number_lookup (id)`,
  // whether a number is taken is asked beyond one's own territory, by its blind key alone; row security would answer no
  `create function numbers_taken(asked_field text, asked_keys text[]) returns table (key text, id text) language sql stable security definer set search_path = public, pg_temp
     as $$ select n.key, n.id from number_lookup n where n.field = asked_field and n.is_unique and n.key = any(asked_keys) $$`,
]

const grants = [
  `grant select, update, insert on audit_head to ${everySight}`,
  `grant select, insert on audit_entry, access_log to ${everySight}`,
  `grant select, insert, update on outbox to ${everySight}`,
  `grant select, insert, update, delete on idempotency to ${everySight}`,
  `grant select, insert, update, delete on number_lookup to ${everySight}`,
  `revoke all on function numbers_taken from public`,
  `grant execute on function numbers_taken to ${everySight}`,
]

// statistics of rows that are not committed yet are seen by their own transaction alone, and only the owner of a table may gather them. Whoever
// gathers them keeps the table's lock: another transaction that is at it, or autovacuum, is not waited for
const learnTable = [
  `create function learn_table(asked text) returns boolean language plpgsql security definer set search_path = public, pg_temp
     as $$ begin
       execute format('lock table %I in share update exclusive mode nowait', asked);
       execute format('analyze %I', asked);
       return true;
     exception when lock_not_available then return false;
     end $$`,
  `revoke all on function learn_table from public`,
  `grant execute on function learn_table to ${everySight}`,
]

// the chain of a county does not tell what left it for another one
const departures = [
  `create table record_departure (county text not null, record text not null, count bigint not null, primary key (county, record))`,
  `grant select, insert, update on record_departure to ${everySight}`,
]

/** What the platform itself keeps beside the modules' records. Audit and access log can be read and added to, never changed. */
export const platformMigrations: ModuleMigrations = {
  '0001_init': async ({ db }) => {
    for (const statement of [...tables, ...grants, ...rowSecuritySql('number_lookup')])
      await sql.raw(statement).execute(db)
  },
  '0002_learn_table': async ({ db }) => {
    for (const statement of learnTable) await sql.raw(statement).execute(db)
  },
  '0003_record_departure': async ({ db }) => {
    for (const statement of departures) await sql.raw(statement).execute(db)
  },
}

/**
 * Which file lies where: one line for each file that was brought. A working table, not a record: what a row holds stands in the row, and
 * whoever may read the row is let through to its files. So the platform alone reads it, and nobody by his territory. A line without a row
 * is a loose file, which goes after a day.
 */
export const attachmentSql: readonly string[] = [
  `create table system_attachment (
     id text not null primary key, county text not null, digest text not null, hash text not null, record text not null, field text not null,
     row_id text, name bytea not null, type text not null, bytes bigint not null, uploaded_by text not null, uploaded_at timestamptz not null)`,
  'create index system_attachment_content on system_attachment (county, digest)',
  'create index system_attachment_loose on system_attachment (uploaded_at) where row_id is null',
  'create index system_attachment_uploader on system_attachment (uploaded_by) where row_id is null',
  'alter table system_attachment enable row level security',
  'create policy see_all on system_attachment to opendpf_see_all using (true) with check (true)',
  'grant select, insert, update, delete on system_attachment to opendpf_see_all',
]

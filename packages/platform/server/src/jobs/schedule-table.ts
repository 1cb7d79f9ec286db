/** When each job that runs by itself is due next. No record: it says nothing about anybody, and every run is a job that is one. */
export const scheduleSql: readonly string[] = [
  'create table system_schedule (job text primary key, due_at timestamptz not null, last_at timestamptz, last_job text)',
  'grant select, insert, update, delete on system_schedule to opendpf_see_all',
  'grant select on system_schedule to opendpf_see_county, opendpf_see_town, opendpf_see_village',
  // what was delivered long ago is taken away
  'grant delete on outbox to opendpf_see_all',
]

/** How the nightly run finds what is due without reading what is not, and one open deadline for each clock of a row. */
export const deadlineSql: readonly string[] = [
  'create index system_deadline_due on system_deadline (due_on, id) where ended_on is null',
  'create index system_deadline_remind on system_deadline (remind_on, id) where remind_on is not null',
  'create index system_deadline_unsettled on system_deadline (id) where is_provisional and ended_on is null',
  'create unique index system_deadline_open on system_deadline (record, row_id, clock) where ended_on is null',
]

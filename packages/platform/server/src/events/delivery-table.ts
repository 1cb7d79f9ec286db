/**
 * Which event goes to whom, and how far it is. No record: it holds ids and names of events alone, and it goes with the event. `subject` is
 * the row that the event is about, whose events keep their order.
 */
export const deliverySql: readonly string[] = [
  `create table system_delivery (
     event text not null references outbox (id) on delete cascade, target text not null, subject text not null,
     state text not null check (state in ('waiting', 'done', 'dead')), attempts integer not null default 0, next_at timestamptz not null,
     ended_at timestamptz, answer integer, message text, primary key (event, target))`,
  `create index system_delivery_due on system_delivery (next_at) where state = 'waiting'`,
  `create index system_delivery_order on system_delivery (target, subject, event) where state = 'waiting'`,
  'create index system_delivery_state on system_delivery (state, event)',
  'create index outbox_sent on outbox (sent_at) where sent_at is not null',
  'grant select, insert, update, delete on system_delivery to opendpf_see_all',
]

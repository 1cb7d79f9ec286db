import type { Session } from '@opendpf/database'
import type { DomainEvent } from '@opendpf/kit/server'
import { systemActor } from '../platform/actors.js'
import type { Platform } from '../platform/platform.js'
import { isWanted, subjectOf } from './event.js'
import { listenersTo } from './listeners.js'
import { activeWebhooks, reaches } from './webhook-rows.js'

const page = 500
/** One process at a time says where events go, so that they are told in the order they happened. */
const turn = 990_121_001

/**
 * Writes down for each new event who gets it: modules that listen to it, and webhooks that want it and lie where it happened. What is
 * added later gets what happens later.
 *
 * @returns how many events it was
 */
export async function fanOut(platform: Platform): Promise<number> {
  await platform.divisions.ready()
  return platform.pool.transact(systemActor.scope, async (session) => {
    const [lock] = await session.query<{ taken: boolean }>({
      text: 'select pg_try_advisory_xact_lock($1) as taken',
      values: [turn],
    })
    if (lock?.taken !== true) return 0
    const events = await session.query<DomainEvent & Record<string, unknown>>({
      text: 'select id, at, county, name, payload from outbox where sent_at is null order by id limit $1',
      values: [page],
    })
    if (events.length === 0) return 0
    const webhooks = await activeWebhooks(platform, session)
    const deliveries = events.flatMap((event) => [
      ...listenersTo(platform, event.name).map((module) => deliveryOf(event, `module:${module}`)),
      ...webhooks
        .filter((webhook) => webhook.events.some((pattern) => isWanted(pattern, event.name)))
        .filter((webhook) => reaches(platform, webhook, event))
        .map(({ id }) => deliveryOf(event, `webhook:${id}`)),
    ])
    await store(session, deliveries, platform.clock.now().toISOString())
    await session.query({
      text: 'update outbox set sent_at = $2 where id = any($1::text[])',
      values: [events.map(({ id }) => id), platform.clock.now().toISOString()],
    })
    return events.length
  })
}

interface NewDelivery {
  readonly event: string
  readonly target: string
  readonly subject: string
}

function deliveryOf(event: DomainEvent, target: string): NewDelivery {
  return { event: event.id, target, subject: subjectOf(event) }
}

async function store(session: Session, deliveries: readonly NewDelivery[], now: string): Promise<void> {
  if (deliveries.length === 0) return
  await session.query({
    text: `insert into system_delivery (event, target, subject, state, next_at)
           select event, target, subject, 'waiting', $2 from jsonb_to_recordset($1::jsonb) as d (event text, target text, subject text)
           on conflict do nothing`,
    values: [JSON.stringify(deliveries), now],
  })
}

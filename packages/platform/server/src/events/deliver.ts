import type { Session } from '@opendpf/database'
import type { DomainEvent } from '@opendpf/kit/server'
import { systemActor } from '../platform/actors.js'
import type { Platform } from '../platform/platform.js'
import { writeTransaction } from '../write/transaction.js'
import { allowedHostsOf } from './allowed-hosts.js'
import { callWebhook } from './call-webhook.js'
import { handlerOf } from './listeners.js'
import { findWebhook } from './webhook-rows.js'

/** How often an event is tried: the pauses grow from 10 seconds to 6 hours, and it is given up after about two days. */
export const mostAttempts = 16
const first = 10_000
const longest = 6 * 3_600_000
/** For how long a process has a delivery to itself; longer than a webhook is waited for. */
const lease = 60_000

export interface DeliverOptions {
  readonly platform: Platform
  /** Told of every failed attempt, for the log; never with what the event says. */
  readonly onFailure: (failure: { readonly event: string; readonly target: string; readonly error: unknown }) => void
}

interface Claimed extends DomainEvent, Readonly<Record<string, unknown>> {
  readonly target: string
  readonly attempts: number
}

/** The pause after an attempt that failed. */
export function pauseAfter(attempts: number): number {
  return Math.min(first * 2 ** (attempts - 1), longest)
}

/**
 * Delivers what is due, one after the other. Of one row's events to one receiver the next goes out when the one before has arrived or was
 * given up.
 *
 * @returns how many deliveries were tried
 */
export async function deliverDue(options: DeliverOptions): Promise<number> {
  for (let tried = 0; ; tried += 1) {
    const claimed = await claim(options.platform)
    if (!claimed) return tried
    const [kind, id = ''] = claimed.target.split(':')
    await (kind === 'webhook' ? toWebhook(id, claimed, options) : toModule(id, claimed, options))
  }
}

/** Takes the next delivery for a while; a process that dies meanwhile leaves it to the others. */
async function claim(platform: Platform): Promise<Claimed | undefined> {
  const now = platform.clock.now()
  const [row] = await platform.pool.transact(systemActor.scope, (session) =>
    session.query<Claimed>({
      text: `update system_delivery d set attempts = d.attempts + 1, next_at = $2 from outbox o
             where o.id = d.event and (d.event, d.target) = (
               select w.event, w.target from system_delivery w where w.state = 'waiting' and w.next_at <= $1
                 and not exists (select from system_delivery e where e.target = w.target and e.subject = w.subject and e.state = 'waiting' and e.event < w.event)
               order by w.next_at, w.event limit 1 for update skip locked)
             returning o.id, o.at, o.county, o.name, o.payload, d.target, d.attempts`,
      values: [now.toISOString(), new Date(now.getTime() + lease).toISOString()],
    }),
  )
  return row
}

/** What a module does about an event and that it has it are one transaction: it does it once, unless it works outside of it. */
async function toModule(id: string, claimed: Claimed, options: DeliverOptions): Promise<void> {
  const { platform } = options
  const handler = handlerOf(platform, id, claimed.name)
  // a module that listens no longer has nothing to be told
  if (!handler) return settle(platform, claimed, { state: 'done', message: 'gone' })
  const { id: event, at, county, name, payload } = claimed
  try {
    await writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, async ({ context }, session) => {
      const [mine] = await session.query({
        text: `select event from system_delivery where event = $1 and target = $2 and state = 'waiting' and attempts = $3 for update`,
        values: [event, claimed.target, claimed.attempts],
      })
      if (!mine) return
      await handler({ id: event, at, county, name, payload }, context)
      await write(session, claimed, { state: 'done', message: null }, platform.clock.now())
    })
  } catch (error) {
    options.onFailure({ event, target: claimed.target, error })
    await fail(platform, claimed, { message: (error as { code?: string } | undefined)?.code ?? 'failed' })
  }
}

async function toWebhook(id: string, claimed: Claimed, { platform, onFailure }: DeliverOptions): Promise<void> {
  const webhook = await findWebhook(platform, id)
  if (!webhook?.isActive) return settle(platform, claimed, { state: 'dead', message: 'off' })
  const outcome = await callWebhook(webhook, claimed, {
    allowed: allowedHostsOf(platform.registry),
    now: platform.clock.now(),
  })
  if ('answer' in outcome && outcome.answer >= 200 && outcome.answer < 300)
    return settle(platform, claimed, { state: 'done', answer: outcome.answer, message: null })
  const failure = 'answer' in outcome ? { answer: outcome.answer, message: 'refused' } : { message: outcome.failure }
  onFailure({ event: claimed.id, target: claimed.target, error: new Error(failure.message) })
  await fail(platform, claimed, failure)
}

interface Settled {
  readonly state: 'waiting' | 'done' | 'dead'
  readonly answer?: number
  readonly message: string | null
  readonly nextAt?: string
}

function fail(platform: Platform, claimed: Claimed, failure: Omit<Settled, 'state' | 'nextAt'>): Promise<void> {
  if (claimed.attempts >= mostAttempts) return settle(platform, claimed, { ...failure, state: 'dead' })
  const nextAt = new Date(platform.clock.now().getTime() + pauseAfter(claimed.attempts)).toISOString()
  return settle(platform, claimed, { ...failure, state: 'waiting', nextAt })
}

async function settle(platform: Platform, claimed: Claimed, settled: Settled): Promise<void> {
  await platform.pool.transact(systemActor.scope, (session) => write(session, claimed, settled, platform.clock.now()))
}

async function write(
  session: Session,
  { id, target, attempts }: Claimed,
  { state, answer, message, nextAt }: Settled,
  now: Date,
): Promise<void> {
  await session.query({
    text: `update system_delivery set state = $4, answer = $5, message = $6, next_at = coalesce($7, next_at), ended_at = case when $4 = 'waiting' then null else $8::timestamptz end
           where event = $1 and target = $2 and attempts = $3`,
    values: [id, target, attempts, state, answer ?? null, message, nextAt ?? null, now.toISOString()],
  })
}

import type { RowOf } from '@opendpf/kit'
import { defineJob, type JobContext, type ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import * as z from 'zod'
import { type Channel, channelsOf, type Outcome } from '../channels/index.js'
import { notifications } from '../contract/index.js'
import { settle } from './settle.js'

const { message } = notifications.records
type Message = RowOf<typeof message>

/** So many go out at once, and are written down together: what a process that dies has sent and not written is sent again. */
const chunk = 10
const page = 500
/** Sends what waits, as much as each way takes in a minute; what has no way any more is listed for the county to send by itself. */
export const sendJob = defineJob({
  input: z.strictObject({}),
  title: 'job.send',
  schedule: { everyMinutes: 1 },
  async isNeeded({ db, clock }) {
    const { rows } = await sql`
      select 1 from notifications_message where next_at <= ${clock.now().toISOString()}::timestamptz
        and state = 'queued' limit 1`.execute(db)
    return rows.length > 0
  },
  async run(_, job) {
    const counts = { sent: 0, later: 0, failed: 0 }
    await listWayless(job)
    for (const [name, channel] of Object.entries<Channel>(channelsOf(job.registry)))
      for (let left = channel.perMinute; left > 0; left -= chunk) {
        const due = await job.transaction((context) => dueFor(name, Math.min(left, chunk), context))
        if (due.length === 0) break
        const outcomes = await Promise.all(due.map((one) => send(one, channel)))
        const written = await job.transaction((context) => writeDown(due, outcomes, context))
        for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += written[key]
        await note(job, counts)
        // the rest waits for a way that is open again
        if (outcomes.every(({ kind }) => kind === 'down')) break
      }
    return counts
  },
})

async function note({ progress }: JobContext, { sent, later, failed }: Written): Promise<void> {
  await progress(sent + later + failed, sent + later + failed)
}

async function listWayless(job: JobContext): Promise<void> {
  const open = Object.keys(channelsOf(job.registry))
  for (let count = page; count === page; )
    count = await job.transaction(async ({ db, write }) => {
      const { rows } = await sql<{ id: string; version: number }>`
        select id, version from notifications_message where next_at is not null and state = 'queued'
          and channel <> all(${open}::text[]) order by id limit ${page} for update skip locked`.execute(db)
      const steps = rows.map(({ id, version }) => ({ id, version, values: { nextAt: null } }))
      if (steps.length > 0) await write.transitionMany(message, 'list', steps)
      return rows.length
    })
}

async function dueFor(channel: string, most: number, { db, clock, read }: ModuleContext): Promise<readonly Message[]> {
  const { rows } = await sql<{ id: string }>`
    select id from notifications_message where next_at <= ${clock.now().toISOString()}::timestamptz
      and state = 'queued' and channel = ${channel} order by next_at, id limit ${most}`.execute(db)
  return rows.length === 0 ? [] : read.many(message, { id: rows.map(({ id }) => id) })
}

async function send({ id, phone, email, subject, text }: Message, channel: Channel): Promise<Outcome> {
  const address = phone ?? email
  if (address === null) return { kind: 'unknown', reason: 'no address' }
  return channel.send({ id, address, subject, text })
}

interface Written {
  readonly sent: number
  readonly later: number
  readonly failed: number
}

/** Writes down what came of attempts. Whoever dropped a message meanwhile is not overruled. */
async function writeDown(
  due: readonly Message[],
  outcomes: readonly Outcome[],
  { db, write, clock }: ModuleContext,
): Promise<Written> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from notifications_message where id = any(${due.map(({ id }) => id)}::text[]) and state = 'queued'
    order by id for update`.execute(db)
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  const now = clock.now()
  const settled = due.flatMap((one, position) => {
    const [version, outcome] = [versions.get(one.id), outcomes[position]]
    return version === undefined || outcome === undefined ? [] : [{ id: one.id, version, ...settle(one, outcome, now) }]
  })
  const by = Map.groupBy(settled, ({ step }) => step)
  const changes = (step: (typeof settled)[number]['step']) =>
    (by.get(step) ?? []).map(({ id, version, values }) => ({ id, version, values }))
  for (const step of ['deliver', 'giveUp', 'findUnreachable'] as const)
    if (by.has(step)) await write.transitionMany(message, step, changes(step))
  if (by.has(undefined)) await write.updateMany(message, changes(undefined))
  const [sent, later] = [changes('deliver').length, changes(undefined).length]
  return { sent, later, failed: settled.length - sent - later }
}

import type { PlacedRecord } from '@opendpf/kit'
import { defineJob, type JobContext, type ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import * as z from 'zod'
import { povertyRelief } from '../../contract/index.js'
import { helpedSince } from './help-intervals.js'

const { poorEntry, pairing } = povertyRelief.records
/** How many rows a transaction leads on. */
const page = 1000

interface Due {
  readonly id: string
  readonly version: number
}

/** A row that is due stands at a desk from that morning on: reviews of the poor list, the end of a watch, helpers who have not been seen. */
export const fallDueJob = defineJob({
  input: z.strictObject({}),
  title: 'job.fallDue',
  schedule: { dailyAt: '01:50' },
  run: async (_, job) => ({
    reviews: await leadOn(job, poorEntry, 'fallDue', ({ db, today }) =>
      sql<Due>`select id, version from poverty_relief_poor_entry where state = 'listed' and review_on <= ${today}::date
        order by review_on, id limit ${page} for update skip locked`.execute(db),
    ),
    watches: await leadOn(job, poorEntry, 'endWatch', ({ db, today }) =>
      sql<Due>`select id, version from poverty_relief_poor_entry where state = 'watched' and watch_until <= ${today}::date
        order by watch_until, id limit ${page} for update skip locked`.execute(db),
    ),
    helpers: await leadOn(job, pairing, 'fallDue', notHelped),
  }),
})

/** Takes a step of the system for every row that is due, a page at a time; what was led on is not due any more, so that a run can be stopped. */
async function leadOn(
  job: JobContext,
  record: PlacedRecord,
  verb: string,
  next: (context: ModuleContext) => Promise<{ readonly rows: readonly Due[] }>,
): Promise<number> {
  for (let done = 0; ; ) {
    const found = await job.transaction(async (context) => {
      const { rows } = await next(context)
      await context.write.transitionMany(
        record,
        verb,
        rows.map(({ id, version }) => ({ id, version, values: {} })),
      )
      return rows.length
    })
    done += found
    await job.progress(done, done)
    if (found < page || job.signal.aborted) return done
  }
}

/** Pairings without a help for longer than their place allows; a new one has as long from its beginning. */
async function notHelped(context: ModuleContext) {
  const { db } = context
  const since = await helpedSince(context)
  const { rows } = await sql<{ readonly division: string }>`
    select distinct division from poverty_relief_pairing where state = 'active'`.execute(db)
  const places = rows.map(({ division }) => division)
  return sql<Due>`
    select p.id, p.version from poverty_relief_pairing p
    join unnest(${places}::text[], ${places.map(since)}::date[]) as d(division, since) on d.division = p.division
    where p.state = 'active' and coalesce(p.last_help_on, p.since) < d.since
    order by p.id limit ${page} for update of p skip locked`.execute(db)
}

import type { TimeLimit } from '@opendpf/kit'
import { defineJob, type ModuleContext } from '@opendpf/kit/server'
import { addDays, addMonths } from '@opendpf/standards'
import { sql } from 'kysely'
import * as z from 'zod'
import { certificates } from '../contract/index.js'
import { changeDue, type Due, page } from './life/change-due.js'
import { freezeMoved } from './life/freeze-moved.js'
import { proposeCancellations } from './life/propose-cancellations.js'

const { certificate } = certificates.records
const nothing = z.strictObject({})

/** Marks certificates whose last day has passed, every night. Holders, households and lists follow by themselves. */
export const expireJob = defineJob({
  input: nothing,
  title: 'job.expire',
  // households look at the night's new states afterwards
  schedule: { dailyAt: '01:30' },
  async run(_, job) {
    const { changed, refused } = await changeDue(job, {
      values: { state: 'expired' },
      async next({ at, id }, { db, today }) {
        const { rows } = await sql<Due>`
          select id, version, valid_to::text as at from certificates_certificate
          where state = 'valid' and valid_to < ${today}::date and (valid_to, id) > (${at}::date, ${id})
          order by valid_to, id limit ${page} for update skip locked`.execute(db)
        return rows
      },
    })
    return { expired: changed, refused }
  },
})

/** Marks certificates that can be renewed, every night: nine years after their issue, or what the county decided instead. */
export const markRenewableJob = defineJob({
  input: nothing,
  title: 'job.markRenewable',
  schedule: { dailyAt: '01:35' },
  async run(_, job) {
    let [marked, refused] = [0, 0]
    for (const { divisions, until } of await job.transaction(renewableUntil)) {
      const counts = await changeDue(job, {
        values: { isRenewable: true },
        async next({ at, id }, { db }) {
          const { rows } = await sql<Due>`
            select id, version, issue_date::text as at from certificates_certificate
            where state = 'valid' and is_renewable is not true and issue_date <= ${until}::date
              and division = any(${divisions}::text[]) and (issue_date, id) > (${at}::date, ${id})
            order by issue_date, id limit ${page} for update skip locked`.execute(db)
          return rows
        },
      })
      marked += counts.changed
      refused += counts.refused
    }
    return { marked, refused }
  },
})

interface Cutoff {
  readonly divisions: readonly string[]
  /** The latest day of issue. */
  readonly until: string
}

/** Until which day of issue certificates can be renewed today, by what the divisions decided. */
async function renewableUntil({ db, periods, today }: ModuleContext): Promise<readonly Cutoff[]> {
  const { rows } = await sql<{
    division: string
    county: string
    town: string | null
  }>`select distinct division, county, town from certificates_certificate where state = 'valid' and is_renewable is not true`.execute(
    db,
  )
  const periodOf = await periods(certificate, 'renewable', [...new Set(rows.map(({ county }) => county))])
  const byDay = Map.groupBy(rows, (place) => latestIssue(today, periodOf(place)))
  return [...byDay].map(([until, places]) => ({ until, divisions: places.map(({ division }) => division) }))
}

/** The latest day of issue from which a period has passed on a day. A month's last day stands for days that it does not have. */
function latestIssue(today: string, period: TimeLimit): string {
  if ('months' in period) return addMonths(today, -period.months)
  return addDays(today, -('days' in period ? period.days : period.workingDays))
}

/** Freezes what was not transferred for six months, and proposes to cancel what was not for a year (办法 第 23 条), every night. */
export const followMovesJob = defineJob({
  input: nothing,
  title: 'job.followMoves',
  schedule: { dailyAt: '01:40' },
  run: async (_, job) => ({ frozen: await freezeMoved(job), proposed: await proposeCancellations(job) }),
})

import type { JobContext, ModuleContext } from '@opendpf/kit/server'
import { addMonths, rollToWorkingDay } from '@opendpf/standards'
import { sql } from 'kysely'
import type { CertificateState } from '../../contract/index.js'

const page = 500

interface Moved {
  readonly id: string
  readonly moved: string
}

/**
 * Whether more than so many months have passed since a day. The last day is the one with the same number, or the last of a month that has no
 * such day; where it is a day off, the next working day. In a year whose calendar is missing nothing has passed: it is never guessed.
 */
export function haveMonthsPassed(since: string, months: number, today: string): boolean {
  const last = rollToWorkingDay(addMonths(since, months))
  return last.ok && today > last.value
}

/**
 * Certificates in a state whose holder's household moved more than so many months ago, in batches: each in a transaction, by keyset, so that
 * one that is passed over is not read again.
 */
export async function eachMoved(
  job: JobContext,
  { state, months }: { readonly state: CertificateState; readonly months: number },
  take: (ids: readonly string[], context: ModuleContext) => Promise<number>,
): Promise<number> {
  let done = 0
  for (let last: Moved = { moved: '0001-01-01', id: '' }; !job.signal.aborted; ) {
    const rows = await job.transaction(async (context) => {
      const found = await sql<Moved>`
        select id, moved_on::text as moved from certificates_certificate
        where state = ${state} and moved_on is not null and moved_on + make_interval(months => ${months}) < ${context.today}::date
          and (moved_on, id) > (${last.moved}::date, ${last.id})
        order by moved_on, id limit ${page}`.execute(context.db)
      const due = found.rows.filter(({ moved }) => haveMonthsPassed(moved, months, context.today))
      if (due.length > 0)
        done += await take(
          due.map(({ id }) => id),
          context,
        )
      return found.rows
    })
    await job.progress(done, done)
    const end = rows.at(-1)
    if (!end || rows.length < page) break
    last = end
  }
  return done
}

import { defineJob, type JobContext, type ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import * as z from 'zod'
import { matching } from '../contract/index.js'
import { comparePage } from './compare.js'
import { countDifferences } from './count-lists.js'

const { list, entry } = matching.records
const page = 500

/** Compares lists whose rows are all there, page by page, each in a transaction of its own. */
export const compareJob = defineJob({
  input: z.strictObject({}),
  title: 'job.compare',
  schedule: { everyMinutes: 1 },
  async isNeeded({ db }) {
    const { rows } = await sql`select 1 from matching_list where state = 'comparing' limit 1`.execute(db)
    return rows.length > 0
  },
  async run(_, job) {
    let differences = 0
    for (const { id } of await job.transaction(({ read }) => read.many(list, { state: 'comparing' })))
      differences += await compareList(id, job)
    return { differences }
  },
})

async function compareList(id: string, job: JobContext): Promise<number> {
  let found = 0
  for (let count = page; count === page; ) {
    job.signal.throwIfAborted()
    count = await job.transaction(async (context) => {
      const row = await context.read.one(list, id)
      return row?.state === 'comparing' ? comparePage(row, page, context) : 0
    })
    found += count
    await job.progress(found, found)
  }
  await job.transaction((context) => finish(id, context))
  return found
}

async function finish(id: string, context: ModuleContext): Promise<void> {
  await countDifferences([id], context)
  const row = await context.read.one(list, id)
  if (row?.state !== 'comparing') return
  const values = { comparedOn: context.today }
  await context.write.transition(list, { id, version: row.version, verb: 'finish', values })
}

/** Rows that mean nobody of the register are nobody's business here once their list is closed, and no row of a cancelled list is. */
export const forgetJob = defineJob({
  input: z.strictObject({}),
  title: 'job.forget',
  schedule: { dailyAt: '04:10' },
  async run(_, job) {
    let forgotten = 0
    for (let count = page; count === page; ) {
      job.signal.throwIfAborted()
      count = await job.transaction(forgetPage)
      forgotten += count
      await job.progress(forgotten, forgotten)
    }
    return { forgotten }
  },
})

async function forgetPage({ db, write, registry }: ModuleContext): Promise<number> {
  const { rows } = await sql<{ id: string; version: number }>`
    select e.id, e.version from matching_list l join matching_entry e on e.list = l.id
    where (l.state = 'closed' and e.state = 'unknown') or l.state = 'cancelled'
    order by e.id limit ${page} for update of e skip locked`.execute(db)
  if (rows.length > 0)
    await write.removeMany(entry, rows, registry.text(matching.id, 'zh-CN', 'entry.reason.forgotten'))
  return rows.length
}

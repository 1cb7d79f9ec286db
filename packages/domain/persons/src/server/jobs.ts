import { defineJob, type JobContext, type ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import * as z from 'zod'
import { persons } from '../contract/index.js'
import { storeDuplicates } from './duplicates/store.js'
import { refreshHouseholds } from './households/refresh.js'

const page = 500

/** Goes through a table by id, a transaction for each page, so that a cancelled or failed run keeps what it did. */
async function everyPage(
  table: 'persons_person' | 'persons_household',
  job: JobContext,
  work: (ids: readonly string[], context: ModuleContext) => Promise<void>,
): Promise<number> {
  const total = await job.read.count(
    table === 'persons_person' ? persons.records.person : persons.records.household,
    {},
  )
  let done = 0
  let last = ''
  while (!job.signal.aborted) {
    const ids = await job.transaction(async (context) => {
      const { rows } = await sql<{
        id: string
      }>`select id from ${sql.table(table)} where id > ${last} order by id limit ${page}`.execute(context.db)
      const found = rows.map(({ id }) => id)
      if (found.length > 0) await work(found, context)
      return found
    })
    last = ids.at(-1) ?? last
    done += ids.length
    await job.progress(done, Math.max(done, total))
    if (ids.length < page) break
  }
  return done
}

/** Marks that depend on the day (以老养残) and on persons somebody else could not see are made anew, every night. */
export const refreshHouseholdsJob = defineJob({
  input: z.strictObject({}),
  title: 'job.refreshHouseholds',
  schedule: { dailyAt: '02:30' },
  run: async (_, job) => ({
    households: await everyPage('persons_household', job, (ids, context) => refreshHouseholds(ids, context)),
  }),
})

/** Compares the whole register by the present edition of the rules: after a change of the rules, and across towns. */
export const findDuplicatesJob = defineJob({
  input: z.strictObject({}),
  title: 'job.findDuplicates',
  run: async (_, job) => ({
    persons: await everyPage('persons_person', job, async (ids, context) => {
      const rows = await context.read.many(persons.records.person, { id: ids })
      await storeDuplicates(
        rows.map((row) => ({ row, isNew: false })),
        context,
      )
    }),
  }),
})

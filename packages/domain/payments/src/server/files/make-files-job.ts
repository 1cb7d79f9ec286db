import { defineJob, type ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import * as z from 'zod'
import { payments } from '../../contract/index.js'
import { linesOf } from '../batch/lines-of.js'
import { writeFile } from './write-file.js'

const { batch, line, fileTemplate, exchange } = payments.records

/** Makes the files of batches that were approved, a minute after the approval at most. */
export const makeFilesJob = defineJob({
  input: z.strictObject({}),
  title: 'job.makeFiles',
  schedule: { everyMinutes: 1 },
  isNeeded: async (context) => (await approvedBatches(context)).length > 0,
  async run(_, job) {
    const ids = await job.transaction(approvedBatches)
    for (const [at, id] of ids.entries()) {
      await job.transaction((context) => makeFile(id, context))
      await job.progress(at + 1, ids.length)
    }
    return { made: ids.length }
  },
})

/** Batches that wait for their file and say how it looks. */
async function approvedBatches({ db }: Pick<ModuleContext, 'db'>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from payments_batch where state = 'approved' and template is not null order by id limit 100`.execute(db)
  return rows.map(({ id }) => id)
}

/** Makes the file of one batch, keeps it with its exchange, and says so. Somebody else may have done it meanwhile. */
async function makeFile(id: string, context: ModuleContext): Promise<void> {
  const { read, write, files, today, clock } = context
  const of = await read.one(batch, id)
  const template = of?.template ? await read.one(fileTemplate, of.template) : undefined
  if (of?.state !== 'approved' || !template) return
  const lines = await read.count(line, { batch: id, state: 'pending' })
  const made = await writeFile({ batch: of, count: lines, lines: linesOf(id, 'pending', context), template, today })
  const file = await files.keep(exchange, 'file', made)
  await write.create(exchange, {
    batch: id,
    direction: 'out',
    file: [file],
    hash: file.hash,
    at: clock.now().toISOString(),
    lines,
    amount: of.amount,
    paid: 0,
    returned: 0,
    missing: 0,
    problemCount: 0,
    state: 'made',
  })
  await write.transition(batch, { id, version: of.version, verb: 'file' })
}

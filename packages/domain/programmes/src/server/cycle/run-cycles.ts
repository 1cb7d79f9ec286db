import { defineJob, type JobContext, type ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import * as z from 'zod'
import { programmes } from '../../contract/index.js'
import { programmeOf } from '../application/guards.js'
import { computeBatch } from './compute-members.js'
import { countCycle } from './count-cycle.js'
import { askedOn, ruleVersionOf } from './find-differences.js'
import { freezeBatch } from './freeze-members.js'
import { handOver } from './hand-over.js'
import { batchSize, type Cycle, lockCycle } from './lock-cycle.js'
import { noteDifferences } from './note-differences.js'

const { cycle, member } = programmes.records
const working = ['computing', 'freezing', 'handing'] as const

/**
 * Computes and freezes the cycles that somebody has asked for, a batch of people in a transaction: it can be stopped and started again at any time,
 * and twice does what once does.
 */
export const runCyclesJob = defineJob({
  input: z.strictObject({}),
  title: 'job.runCycles',
  schedule: { everyMinutes: 1 },
  isNeeded: async ({ read }) => (await read.count(cycle, { state: working })) > 0,
  async run(_, job) {
    const done = { computed: 0, frozen: 0, handedOver: 0 }
    for (const row of await job.read.many(cycle, { state: working }))
      if (row.state === 'computing') done.computed += (await computeCycle(row, job)) ? 1 : 0
      else if (row.state === 'freezing') done.frozen += (await freezeCycle(row, job)) ? 1 : 0
      else done.handedOver += (await handOverCycle(row, job)) ? 1 : 0
    return done
  },
})

/** Computes one cycle; where that cannot be done it is open again, and says so. */
async function computeCycle(row: Cycle, job: JobContext): Promise<boolean> {
  try {
    return await computeAll(row, job)
  } catch (error) {
    if (!job.signal.aborted) await tellFailure(row, 'failComputing', job)
    throw error
  }
}

async function computeAll({ id, run }: Cycle, job: JobContext): Promise<boolean> {
  const state = 'computing'
  const within = <T>(work: (row: Cycle, context: ModuleContext) => Promise<T>): Promise<T | undefined> =>
    job.transaction(async (context) => {
      const row = await lockCycle(context, { id, run, state })
      return row && work(row, context)
    })
  const begun = await within(async (row, context) => {
    await noteDifferences(row, context)
    return true
  })
  if (begun === undefined) return false
  let done = 0
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after
    after = await within((row, context) => computeBatch(row, from, context))
    done += batchSize
    await job.progress(done, done + batchSize)
  }
  if (run > 1) while ((await within((row, context) => removeOld(row, context))) === true);
  const ended = await within(async (row, context) => {
    const programme = programmeOf(context, row.programme)
    await context.write.transition(cycle, {
      id,
      version: row.version,
      verb: 'finishComputing',
      values: {
        ...(await countCycle(context, id)),
        askedOn: askedOn(row, context.today),
        ruleVersion: ruleVersionOf(context, programme),
      },
    })
    return true
  })
  return ended === true
}

/** Takes out members of an earlier run who are not due anything any more; whether there may be others left. */
async function removeOld({ id, run }: Cycle, { db, write }: ModuleContext): Promise<boolean> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from programmes_member where cycle = ${id} and run < ${run} order by id limit ${batchSize}`.execute(
    db,
  )
  if (rows.length > 0) await write.removeMany(member, rows)
  return rows.length === batchSize
}

const failures = {
  failComputing: { state: 'computing', problem: 'cycle.problem.computing' },
  failHandOver: { state: 'handing', problem: 'cycle.problem.handing' },
} as const

/** Leads a cycle back from what could not be done, with words for those who look into it; the log has the rest. */
async function tellFailure({ id, run }: Cycle, verb: keyof typeof failures, job: JobContext): Promise<void> {
  const { state, problem: key } = failures[verb]
  await job.transaction(async (context) => {
    const row = await lockCycle(context, { id, run, state })
    if (!row) return
    const problem = context.registry.text('programmes', 'zh-CN', key)
    await context.write.transition(cycle, { id, version: row.version, verb, values: { problem } })
  })
}

/** Hands one cycle over to be paid, all or nothing. */
async function handOverCycle(cycleRow: Cycle, job: JobContext): Promise<boolean> {
  const { id, run } = cycleRow
  try {
    return await job.transaction(async (context) => {
      const row = await lockCycle(context, { id, run, state: 'handing' })
      if (!row) return false
      await handOver(row, context)
      await context.write.transition(cycle, { id, version: row.version, verb: 'finishHandOver', values: {} })
      return true
    })
  } catch (error) {
    if (!job.signal.aborted) await tellFailure(cycleRow, 'failHandOver', job)
    throw error
  }
}

/** Freezes one cycle: everybody who is paid gets his lines, and then nothing of it changes any more. */
async function freezeCycle({ id, run, members }: Cycle, job: JobContext): Promise<boolean> {
  const state = 'freezing'
  let done = 0
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after
    after = await job.transaction(async (context) => {
      const row = await lockCycle(context, { id, run, state })
      return row && freezeBatch(row, from, context)
    })
    done += batchSize
    await job.progress(Math.min(done, members), members)
  }
  const ended = await job.transaction(async (context) => {
    const row = await lockCycle(context, { id, run, state })
    if (!row) return false
    await context.write.transition(cycle, { id, version: row.version, verb: 'finishFreezing', values: {} })
    return true
  })
  return ended
}

import type { ModuleContext } from '@opendpf/kit/server'
import { interpolate } from '@opendpf/messages'
import { sql } from 'kysely'
import { payments } from '../../contract/index.js'
import { countBatches } from '../../paying/count-batches.js'
import { groundOf, type Stop } from './stop.js'

const { batch, line } = payments.records

interface Due {
  readonly id: string
  readonly batch: string
  readonly state: string
  readonly batchState: string
}

/**
 * Takes lines for months that are no longer due out of what is prepared. A batch that is checked or reviewed goes back to be checked anew,
 * because nobody has looked at what it is without them. What two have approved stays with the bank as it is: its lines say that they were
 * stopped and why, and are let go of when their money comes back. What came back already is let go of at once. The same event again finds
 * nothing to do.
 */
export async function withholdLines(stop: Stop, context: ModuleContext): Promise<void> {
  const { registry, write } = context
  const say = (key: string, params: Readonly<Record<string, string | number>>) =>
    interpolate(registry.text(payments.id, 'zh-CN', key), params)
  const ground = registry.text(payments.id, 'zh-CN', `overpayment.ground.${groundOf(stop.reason)}`)
  const reason = say('line.stopped', { ground, month: stop.fromMonth })
  const pending = (await dueOf(stop, context)).filter(({ state }) => state === 'pending')
  const open = pending.filter(({ batchState }) => preparedStates.has(batchState))
  const approved = pending.filter(({ batchState }) => !preparedStates.has(batchState))

  const sendBackReason = say('batch.stopped', { count: open.length, ground })
  await sendBack([...new Set(open.map((one) => one.batch))], sendBackReason, context)
  await drop(open, reason, context)
  const marked = await rowsOf(approved, context)
  await write.updateMany(
    line,
    marked.map(({ id, version }) => ({ id, version, values: { problem: 'stopped', stopReason: reason } })),
  )
  await countBatches([...new Set(approved.map((one) => one.batch))], context)
  // a line that was to be paid anew by one that was taken out is open again: it goes as well
  await drop(
    (await dueOf(stop, context)).filter(({ state }) => state === 'returned'),
    reason,
    context,
  )
}

/** States in which a batch is still prepared: nobody has promised its money. */
const preparedStates: ReadonlySet<string> = new Set(['draft', 'checked', 'reviewed'])

/** Lines of an enrolment for months that are no longer due, and where they stand; those that say so already are left as they are. */
async function dueOf({ id, person, programme, fromMonth }: Stop, { db }: ModuleContext): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    select l.id, l.batch, l.state, b.state as "batchState" from payments_line l join payments_batch b on b.id = l.batch
    where l.person = ${person} and l.month >= ${fromMonth} and l.programme = ${programme} and l.enrolment = ${id}
      and l.state in ('pending', 'returned') and l.stop_reason is null order by l.id`.execute(db)
  return rows
}

const rowsOf = (due: readonly Due[], { read }: ModuleContext) =>
  read.many(line, { id: due.map(({ id }) => id) }, { limit: due.length + 1 })

async function sendBack(ids: readonly string[], sendBackReason: string, { read, write }: ModuleContext) {
  const rows = await read.many(batch, { id: [...ids], state: ['checked', 'reviewed'] }, { limit: ids.length + 1 })
  for (const { id, version } of rows)
    await write.transition(batch, { id, version, verb: 'sendBack', values: { sendBackReason } })
}

async function drop(due: readonly Due[], dropReason: string, context: ModuleContext): Promise<void> {
  await context.write.transitionMany(
    line,
    'drop',
    (await rowsOf(due, context)).map(({ id, version }) => ({ id, version, values: { dropReason } })),
  )
}

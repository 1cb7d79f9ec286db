import type { EventHandler, ModuleContext } from '@opendpf/kit/server'
import { payments } from '@opendpf/payments'
import { addLines } from '@opendpf/payments/paying'
import * as z from 'zod'
import { programmes } from '../../contract/index.js'
import { offerOfYear } from '../application/offer-of.js'
import { tellOverpaidOf } from '../enrolment/tell-overpaid.js'
import { hasLines, linesOf } from './granted-lines.js'
import { moveKeptMoney } from './kept-money.js'
import type { Cycle } from './lock-cycle.js'

const { cycle } = programmes.records
const { batch } = payments.records
const payloadSchema = z.object({ id: z.string() })

/** Whether this deployment pays by the engine of payments. */
export function servesPayments({ registry }: Pick<ModuleContext, 'registry'>): boolean {
  return registry.records.has(batch.ref)
}

/**
 * Puts everything that a frozen cycle grants into a payment batch of the year's budget line, all or nothing. Months after the end of an
 * enrolment that was stopped since it was frozen are not paid.
 */
export async function handOver(row: Cycle, context: ModuleContext): Promise<void> {
  const { id, programme, month, division } = row
  const year = Number(month.slice(0, 4))
  const offer = await offerOfYear(context, { programme, division, year })
  if (!offer?.budgetLine) throw new Error(`the cycle ${id} has no budget line to be paid from`)
  const { budgetLine, quota } = offer
  await moveKeptMoney(row, context)
  if (!(await hasLines(row, context))) return
  const lines = linesOf(row, context)
  await addLines(context, { programme, month, cycle: id, budgetLine, lines, ...(quota === null ? {} : { quota }) })
}

/** What the engine of payments tells of the batch of a cycle leads the cycle on. */
export const followBatches: Readonly<Record<string, EventHandler>> = {
  'payments.batch.sent': follow('notePaid'),
  'payments.batch.reconciled': follow('reconcile'),
}

function follow(verb: 'notePaid' | 'reconcile'): EventHandler {
  return async ({ payload }, context) => {
    const { read, write } = context
    const paid = await read.one(batch, payloadSchema.parse(payload).id)
    const row = paid?.cycle ? await read.one(cycle, paid.cycle) : undefined
    if (paid && verb === 'reconcile') await tellOverpaidOf(paid.id, context)
    // a batch of lines that are paid anew has no cycle, and one that was noted by hand is further on
    if (!paid || row?.state !== (verb === 'notePaid' ? 'handed' : 'paid')) return
    const values = verb === 'notePaid' ? { paidOn: paid.sentOn ?? context.today, voucher: paid.title } : {}
    await write.transition(cycle, { id: row.id, version: row.version, verb, values })
  }
}

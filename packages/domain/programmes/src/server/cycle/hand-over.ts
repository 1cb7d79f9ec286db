import type { EventHandler, ModuleContext } from '@opendpf/kit/server'
import { payments } from '@opendpf/payments'
import { addLines } from '@opendpf/payments/paying'
import { sql } from 'kysely'
import * as z from 'zod'
import { programmes } from '../../contract/index.js'
import { offerOfYear } from '../application/offer-of.js'
import type { Cycle } from './lock-cycle.js'

const { cycle } = programmes.records
const { batch } = payments.records
const payloadSchema = z.object({ id: z.string() })

interface Granted {
  readonly person: string
  readonly enrolment: string
  readonly month: string
  readonly amount: string
  readonly reason: string
}

/** Whether this deployment pays by the engine of payments. */
export function servesPayments({ registry }: Pick<ModuleContext, 'registry'>): boolean {
  return registry.records.has(batch.ref)
}

/** Puts everything that a frozen cycle grants into a payment batch of the year's budget line, all or nothing. */
export async function handOver(row: Cycle, context: ModuleContext): Promise<void> {
  const { id, programme, month, division } = row
  const year = Number(month.slice(0, 4))
  const budgetLine = (await offerOfYear(context, { programme, division, year }))?.budgetLine
  if (!budgetLine) throw new Error(`the cycle ${id} has no budget line to be paid from`)
  const { rows } = await sql<Granted>`
    select person, enrolment, month, amount::text as amount, reason from programmes_entitlement where cycle = ${id}
    order by division, person_name, month`.execute(context.db)
  const lines = rows.map(({ person, enrolment, amount, reason, month: of }) => {
    const payment = { person, enrolment, reason, amount: Number(amount) }
    return of === month ? { ...payment, kind: 'regular' as const } : { ...payment, kind: 'arrears' as const, month: of }
  })
  if (lines.length > 0) await addLines(context, { programme, month, cycle: id, budgetLine, lines })
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
    // a batch of lines that are paid anew has no cycle, and one that was noted by hand is further on
    if (!paid || row?.state !== (verb === 'notePaid' ? 'handed' : 'paid')) return
    const values = verb === 'notePaid' ? { paidOn: paid.sentOn ?? context.today, voucher: paid.title } : {}
    await write.transition(cycle, { id: row.id, version: row.version, verb, values })
  }
}

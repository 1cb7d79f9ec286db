import type { EventHandler, ModuleContext } from '@opendpf/kit/server'
import { payments } from '@opendpf/payments'
import { addLines } from '@opendpf/payments/paying'
import { type RawBuilder, sql } from 'kysely'
import * as z from 'zod'
import { type NamedProgramme, programmes } from '../../contract/index.js'
import { programmeOf } from '../application/guards.js'
import { offerOfYear } from '../application/offer-of.js'
import { tellOverpaidOf } from '../enrolment/tell-overpaid.js'
import { moveKeptMoney } from './kept-money.js'
import type { Cycle } from './lock-cycle.js'

const { application, cycle } = programmes.records
const { batch } = payments.records
const payloadSchema = z.object({ id: z.string() })

interface Granted {
  readonly person: string
  readonly enrolment: string
  readonly beneficiary: string | null
  readonly month: string
  readonly amount: string
  readonly reason: string
}

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
  const { rows } = await sql<Granted>`
    select t.person, t.enrolment, t.month, t.amount::text as amount, t.reason, ${beneficiaryIn(programmeOf(context, programme))} as beneficiary
    from programmes_entitlement t join programmes_enrolment e on e.id = t.enrolment where t.cycle = ${id}
      and (e.last_month is null or t.month <= e.last_month)
      -- what somebody was paid already by the expenditure that was kept for it is not paid again
      and not exists (
        select from funds_expenditure x where x.subject_record = ${application.ref} and x.subject = e.application and x.state = 'paid'
      )
    order by t.division, t.person_name, t.month, t.id`.execute(context.db)
  const lines = rows.map(({ amount, month: of, ...granted }) => {
    const payment = { ...granted, amount: Number(amount) }
    return of === month ? { ...payment, kind: 'regular' as const } : { ...payment, kind: 'arrears' as const, month: of }
  })
  await moveKeptMoney(row, context)
  if (lines.length === 0) return
  await addLines(context, { programme, month, cycle: id, budgetLine, lines, ...(quota === null ? {} : { quota }) })
}

/** What is paid once for a month where that is not the person: the household, or a vehicle or student by the number that a county knows it by. */
function beneficiaryIn({ beneficiary }: Pick<NamedProgramme, 'beneficiary'>): RawBuilder<string | null> {
  switch (beneficiary) {
    case 'household':
      return sql`e.household`
    case 'organisation':
      return sql`e.organisation`
    case 'vehicle':
    case 'student':
      // however the number was written, it is one vehicle
      return sql`e.county || ' ' || upper(regexp_replace(e.object_number, '[\\s·-]', '', 'g'))`
    default:
      return sql`null::text`
  }
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

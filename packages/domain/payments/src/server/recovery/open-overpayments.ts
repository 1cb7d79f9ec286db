import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { payments } from '../../contract/index.js'
import { groundOf, type Stop } from './stop.js'

const { overpayment } = payments.records

interface Paid {
  readonly beneficiary: string | null
  readonly fromMonth: string
  readonly untilMonth: string
  readonly amount: string
}

/**
 * Asks back what was paid for months that were not due, as soon as a programme says that they were not. Months that are asked back already, or
 * were and somebody cancelled it, stay as they are: the same event again opens nothing.
 */
export async function openOverpayments(told: Stop, context: ModuleContext): Promise<void> {
  for (const { amount, ...paid } of await paidFor(told, context))
    await context.write.create(overpayment, {
      ...paid,
      person: told.person,
      programme: told.programme,
      ground: groundOf(told.reason),
      amount: Number(amount),
      foundOn: context.today,
    })
}

/** What was paid of an enrolment from a month on and nobody has asked back, one of each run of months. */
async function paidFor({ id, person, programme, fromMonth }: Stop, { db }: ModuleContext): Promise<readonly Paid[]> {
  // two events about one person take turns, as two people who enter an overpayment do
  await sql`select id from persons_person where id = ${person} for update`.execute(db)
  const { rows } = await sql<Paid>`
    with paid as (
      select l.beneficiary, l.month, l.amount,
        (left(l.month, 4)::int * 12 + right(l.month, 2)::int) - row_number() over (partition by l.beneficiary order by l.month) as run
      from payments_line l
      where l.person = ${person} and l.month >= ${fromMonth} and l.programme = ${programme} and l.enrolment = ${id}
        and l.state = 'paid' and not exists (
          select from payments_overpayment o where o.person = l.person and o.programme = l.programme
            and (o.beneficiary is null or l.beneficiary is null or o.beneficiary = l.beneficiary)
            and l.month between o.from_month and o.until_month
        )
    )
    select beneficiary, min(month) as "fromMonth", max(month) as "untilMonth", sum(amount)::text as amount from paid
    group by beneficiary, run order by min(month), beneficiary`.execute(db)
  return rows
}

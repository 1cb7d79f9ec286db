import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'

interface Overpaid {
  readonly id: string
  readonly county: string
  readonly person: string
  readonly programme: string
  readonly reason: string
  readonly fromMonth: string
  readonly months: number
  readonly amount: string
}

/** Tells whoever recovers money what was granted to these enrolments for months after their last one. */
export async function tellOverpaid(ids: readonly string[], { db, write }: ModuleContext): Promise<void> {
  const { rows } = await sql<Overpaid>`
    select e.id, e.county, e.person, e.programme, coalesce(e.stop_reason, 'not-eligible') as reason,
      min(t.month) as "fromMonth", count(*)::int as months, sum(t.amount)::text as amount
    from programmes_enrolment e join programmes_entitlement t on t.enrolment = e.id and t.month > e.last_month
    where e.id = any(${ids}::text[]) group by e.id, e.county, e.person, e.programme, e.stop_reason order by e.id`.execute(
    db,
  )
  for (const { county, amount, ...told } of rows)
    write.emit('programmes.enrolment.overpaid', { ...told, amount: Number(amount) }, county)
}

/** Tells it again once a batch has come back from the bank: what was on its way when the enrolment ended has been paid since. */
export async function tellOverpaidOf(batch: string, context: ModuleContext): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct e.id from payments_line l join programmes_enrolment e on e.id = l.enrolment
    where l.batch = ${batch} and l.state = 'paid' and e.state = 'stopped' and l.month > e.last_month order by e.id`.execute(
    context.db,
  )
  await tellOverpaid(
    rows.map(({ id }) => id),
    context,
  )
}

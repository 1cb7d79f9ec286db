import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { payments } from '../../contract/index.js'

const { overpayment } = payments.records

interface Counts {
  readonly id: string
  readonly version: number
  readonly recovered: string
  readonly remitted: string
}

/** Adds up what came back and what was remitted, and settles what is even. */
export async function addUpOverpayments(ids: readonly string[], { db, write }: ModuleContext): Promise<void> {
  const { rows } = await sql<Counts>`
    select o.id, o.version, coalesce(sum(r.amount) filter (where r.manner <> 'remission'), 0)::text as recovered,
      coalesce(sum(r.amount) filter (where r.manner = 'remission'), 0)::text as remitted
    from payments_overpayment o left join payments_recovery r on r.overpayment = o.id and r.state = 'booked'
    where o.id = any(${ids}::text[]) group by o.id, o.version order by o.id`.execute(db)
  const kept = await write.updateMany(
    overpayment,
    rows.map(({ id, version, recovered, remitted }) => ({
      id,
      version,
      values: { recovered: Number(recovered), remitted: Number(remitted) },
    })),
  )
  const even = kept.filter(
    ({ state, amount, recovered, remitted }) => state === 'outstanding' && recovered + remitted === amount,
  )
  await write.transitionMany(
    overpayment,
    'settle',
    even.map(({ id, version }) => ({ id, version, values: {} })),
  )
}

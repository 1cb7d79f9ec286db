import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { payments } from '../contract/index.js'

const { batch } = payments.records

/** Lines whose money came back, whatever was done about it since. */
const cameBack = sql`(l.state in ('returned', 'replaced') or l.state = 'dropped' and l.return_text is not null)`
/** Lines that were taken out before anybody approved them: they never counted. */
const neverIssued = sql`(l.state = 'dropped' and l.return_text is null)`

interface Counts {
  readonly id: string
  readonly version: number
  readonly lines: number
  readonly problems: number
  readonly amount: string
  readonly paid: string
  readonly returned: string
}

/** Adds up batches from their lines, in one query. What is neither paid nor returned of the amount is pending. */
export async function countBatches(ids: readonly string[], { db, write }: ModuleContext): Promise<void> {
  const { rows } = await sql<Counts>`
    select b.id, b.version,
      (count(l.id) filter (where not ${neverIssued}))::int as lines,
      (count(l.id) filter (where l.state = 'pending' and l.problem is not null))::int as problems,
      coalesce(sum(l.net) filter (where not ${neverIssued}), 0)::text as amount,
      coalesce(sum(l.net) filter (where l.state = 'paid'), 0)::text as paid,
      coalesce(sum(l.net) filter (where ${cameBack}), 0)::text as returned
    from payments_batch b left join payments_line l on l.batch = b.id
    where b.id = any(${ids}::text[]) group by b.id, b.version order by b.id`.execute(db)
  await write.updateMany(
    batch,
    rows.map(({ id, version, lines, problems, amount, paid, returned }) => ({
      id,
      version,
      values: { lines, problems, amount: Number(amount), paid: Number(paid), returned: Number(returned) },
    })),
  )
}

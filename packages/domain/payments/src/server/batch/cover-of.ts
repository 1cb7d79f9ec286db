import { funds } from '@opendpf/funds'
import { leastFrom } from '@opendpf/funds/spending'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'

const { budgetLine } = funds.records

/** What a batch has to come out of. */
export interface Cover {
  /** What its budget line has left, in fen. */
  readonly left: number
  /** What its fund has today and on no later day less, without what is promised to others, in fen. */
  readonly balance: number
  /**
   * Beneficiaries in the month of the batch that has most of them: its own, and those of other batches of the programme that the budget line pays
   * and two have approved.
   */
  readonly persons: number
}

/** What a batch would be paid from, and how many it is for. */
export async function coverOf(
  batch: { readonly id: string; readonly budgetLine: string; readonly programme: string },
  { db, read, today }: ModuleContext,
): Promise<Cover> {
  const line = await read.one(budgetLine, batch.budgetLine)
  if (!line) throw new Error('a batch has a budget line')
  const { rows } = await sql<{ persons: number; reserved: string }>`
    select (select coalesce(max(of_month.beneficiaries), 0)::int from (
        select count(*) as beneficiaries from payments_line l join payments_batch b on b.id = l.batch
        where l.programme = ${batch.programme} and l.state not in ('replaced', 'dropped')
          and l.month in (select distinct month from payments_line where batch = ${batch.id} and state = 'pending')
          and b.budget_line = ${batch.budgetLine} and (b.id = ${batch.id} or b.state not in ('draft', 'checked', 'reviewed', 'dropped'))
        group by l.month
      ) as of_month) as persons,
      (select coalesce(sum(reserved), 0)::text from funds_budget_line where fund = ${line.fund}) as reserved`.execute(
    db,
  )
  const [{ persons, reserved } = { persons: 0, reserved: '0' }] = rows
  return {
    left: line.amount - line.reserved - line.spent,
    balance: (await leastFrom(db, line.fund, today)) - Number(reserved),
    persons,
  }
}

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
  /** Different persons that it pays. */
  readonly persons: number
}

/** What a batch would be paid from, and how many persons it is for. */
export async function coverOf(
  batch: { readonly id: string; readonly budgetLine: string },
  { db, read, today }: ModuleContext,
): Promise<Cover> {
  const line = await read.one(budgetLine, batch.budgetLine)
  if (!line) throw new Error('a batch has a budget line')
  const { rows } = await sql<{ persons: number; reserved: string }>`
    select (select count(distinct person)::int from payments_line where batch = ${batch.id} and state = 'pending') as persons,
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

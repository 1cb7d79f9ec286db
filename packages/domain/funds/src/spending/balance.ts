import { rowsKnownAt } from '@opendpf/figures/reading'
import { type Kysely, sql } from 'kysely'
import { funds as module } from '../contract/index.js'

const { budgetLine, receipt, expenditure, transfer } = module.records

/** What a fund had on a day, in fen. Income and spending are told apart and never netted: the balance is what they leave. */
export interface Balance {
  readonly received: number
  readonly spent: number
  readonly transferredIn: number
  readonly transferredOut: number
  readonly balance: number
}

/** Every entry of funds with its day, as known at an instant: what came in, what was spent, what was handed on. */
const entriesOf = (of: readonly string[], asOf?: string) => sql`
  select fund, received_on as day, amount as received, 0::bigint as spent, 0::bigint as moved_in, 0::bigint as moved_out
  from ${rowsKnownAt(receipt, asOf)} r where fund = any(${of}::text[]) and state = 'received'
  union all
  select b.fund, e.paid_on, 0, e.amount, 0, 0
  from ${rowsKnownAt(expenditure, asOf)} e join ${rowsKnownAt(budgetLine, asOf)} b on b.id = e.budget_line
  where b.fund = any(${of}::text[]) and e.state = 'paid'
  union all
  select to_fund, moved_on, 0, 0, amount, 0 from ${rowsKnownAt(transfer, asOf)} i where to_fund = any(${of}::text[])
  union all
  select from_fund, moved_on, 0, 0, 0, amount from ${rowsKnownAt(transfer, asOf)} o where from_fund = any(${of}::text[])`

/**
 * Balances of funds at the end of a day, in one query. A fund without entries has nothing. With an instant (ISO 8601), as they were known
 * then.
 */
export async function balancesOn(
  db: Kysely<unknown>,
  funds: readonly string[],
  day: string,
  asOf?: string,
): Promise<ReadonlyMap<string, Balance>> {
  const { rows } = await sql<Readonly<Record<keyof Balance | 'fund', string>>>`
    select fund, sum(received)::text as received, sum(spent)::text as spent, sum(moved_in)::text as "transferredIn",
      sum(moved_out)::text as "transferredOut"
    from (${entriesOf(funds, asOf)}) as entries where day <= ${day}::date group by fund`.execute(db)
  const found = new Map(rows.map((row) => [row.fund, row]))
  return new Map(
    funds.map((fund) => {
      const row = found.get(fund)
      const [received, spent] = [Number(row?.received ?? 0), Number(row?.spent ?? 0)]
      const [transferredIn, transferredOut] = [Number(row?.transferredIn ?? 0), Number(row?.transferredOut ?? 0)]
      const balance = received + transferredIn - spent - transferredOut
      return [fund, { received, spent, transferredIn, transferredOut, balance }]
    }),
  )
}

/** The least that a fund has at the end of any day from one on: what can go out on that day without a later day going short. */
export async function leastFrom(db: Kysely<unknown>, fund: string, day: string): Promise<number> {
  const { rows } = await sql<{ least: string }>`
    with days as (
      select day, sum(sum(received + moved_in - spent - moved_out)) over (order by day) as balance
      from (${entriesOf([fund])}) as entries group by day
    )
    select least(
      coalesce((select balance from days where day <= ${day}::date order by day desc limit 1), 0),
      coalesce((select min(balance) from days where day > ${day}::date), 'Infinity'::numeric)
    )::text as least`.execute(db)
  return Number(rows[0]?.least ?? 0)
}

import { rowsKnownAt } from '@opendpf/figures/reading'
import { type Kysely, sql } from 'kysely'
import { type FundBalance, funds } from '../../contract/index.js'

const { budgetLine, receipt, expenditure, goods } = funds.records

/** Funds whose parts are asked for, the day at whose end, and the instant as of which. */
export interface PartsAsked {
  readonly ids: readonly string[]
  readonly date: string
  readonly asOf: string | undefined
}

type Of<Part> = Part & { readonly fund: string }
type Part<Name extends keyof FundBalance> = FundBalance[Name] extends readonly (infer Row)[] ? Of<Row> : never

/** What came in, by its kind. */
export async function receivedByKind(
  db: Kysely<unknown>,
  { ids, date, asOf }: PartsAsked,
): Promise<readonly Part<'receivedByKind'>[]> {
  const { rows } = await sql<Part<'receivedByKind'>>`
    select fund, kind, sum(amount)::float8 as amount from ${rowsKnownAt(receipt, asOf)} r
    where fund = any(${ids}::text[]) and state = 'received' and received_on <= ${date}::date
    group by fund, kind order by kind`.execute(db)
  return rows
}

/** What went out, by who got it and by the plan's item that its budget line serves. */
export async function spending(
  db: Kysely<unknown>,
  { ids, date, asOf }: PartsAsked,
): Promise<readonly (Part<'spentByRecipient'> & Part<'spentByPlanItem'>)[]> {
  const { rows } = await sql<Part<'spentByRecipient'> & Part<'spentByPlanItem'>>`
    select b.fund, e.recipient_kind as kind, b.plan_item as "planItem", sum(e.amount)::float8 as amount
    from ${rowsKnownAt(expenditure, asOf)} e join ${rowsKnownAt(budgetLine, asOf)} b on b.id = e.budget_line
    where b.fund = any(${ids}::text[]) and e.state = 'paid' and e.paid_on <= ${date}::date
    group by b.fund, e.recipient_kind, b.plan_item order by b.plan_item nulls last, e.recipient_kind`.execute(db)
  return rows
}

/**
 * What was promised at the end of the day and not yet paid. Promises have no day of their own: they are told as the history has them at
 * `kept`, the end of the day. What was written in later and says that it was paid by then is taken off, case by case, because a list of payees
 * is settled by parts that are entries of their own.
 */
export async function reservedOf(
  db: Kysely<unknown>,
  { ids, date, asOf, kept }: PartsAsked & { readonly kept: string | undefined },
): Promise<ReadonlyMap<string, number>> {
  const caseOf = sql`coalesce(e.subject_record || ' ' || e.subject, e.id)`
  const { rows } = await sql<{ readonly fund: string; readonly reserved: number }>`
    with line as (select id, fund from ${rowsKnownAt(budgetLine, asOf)} b where fund = any(${ids}::text[])),
      then_known as (
        select e.id, e.state, e.amount, l.fund, e.budget_line, ${caseOf} as of_case
        from ${rowsKnownAt(expenditure, kept)} e join line l on l.id = e.budget_line
      ),
      promised as (
        select fund, budget_line, of_case, sum(amount) as amount from then_known where state = 'reserved' group by 1, 2, 3
      ),
      paid_by_then as (
        select e.budget_line, ${caseOf} as of_case, sum(e.amount) as amount
        from ${rowsKnownAt(expenditure, asOf)} e join line l on l.id = e.budget_line
        where e.state = 'paid' and e.paid_on <= ${date}::date
          and not exists (select from then_known t where t.id = e.id and t.state = 'paid')
        group by 1, 2
      )
    select p.fund, sum(greatest(p.amount - coalesce(d.amount, 0), 0))::float8 as reserved
    from promised p left join paid_by_then d on d.budget_line = p.budget_line and d.of_case = p.of_case
    group by p.fund`.execute(db)
  return new Map(rows.map(({ fund, reserved }) => [fund, reserved]))
}

/** Donated things that were in stock. */
export async function stockOf(db: Kysely<unknown>, { ids, date, asOf }: PartsAsked): Promise<readonly Part<'goods'>[]> {
  const { rows } = await sql<Part<'goods'>>`
    select fund, item, unit, sum(case direction when 'in' then quantity else -quantity end)::float8 as quantity
    from ${rowsKnownAt(goods, asOf)} g where fund = any(${ids}::text[]) and moved_on <= ${date}::date
    group by fund, item, unit having sum(case direction when 'in' then quantity else -quantity end) <> 0
    order by item, unit`.execute(db)
  return rows
}

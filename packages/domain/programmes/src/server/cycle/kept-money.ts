import { funds } from '@opendpf/funds'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { programmes } from '../../contract/index.js'
import type { Cycle } from './lock-cycle.js'

const { expenditure } = funds.records
const { application } = programmes.records

/** SQL: the cashier has paid an enrolment `e` from what was kept for its application. */
export const isPaidAlready = `exists (
  select from funds_expenditure x where x.subject_record = '${application.ref}' and x.subject = e.application and x.state = 'paid'
)`

interface Kept {
  readonly id: string
  readonly version: number
}

/**
 * Gives the money that was kept with the approval of grants that are paid once back to the budget line, because the batch that they go into
 * keeps it from its own approval on: kept by both it would be missing twice.
 */
export async function moveKeptMoney({ id }: Cycle, context: ModuleContext): Promise<void> {
  await release(await keptFor(id, context), 'cycle.moneyMoved', context)
}

/**
 * Gives the money that was kept for grants that are paid once back where they were stopped before they were due: no cycle will ever grant them. One
 * that a cycle has granted already is left to that cycle, which moves or spends its money.
 */
export async function giveBackKeptMoney(enrolments: readonly string[], context: ModuleContext): Promise<void> {
  const { rows } = await sql<Kept>`
    select x.id, x.version from programmes_enrolment e
      join funds_expenditure x on x.subject = e.application and x.subject_record = ${application.ref} and x.state = 'reserved'
    where e.id = any(${enrolments}::text[]) and e.state = 'stopped' and e.last_month < e.from_month
      and not exists (select from programmes_entitlement t where t.enrolment = e.id)
    order by x.id`.execute(context.db)
  await release(rows, 'enrolment.moneyGivenBack', context)
}

async function release(kept: readonly Kept[], reason: string, { registry, write }: ModuleContext): Promise<void> {
  const releaseReason = registry.text(programmes.id, 'zh-CN', reason)
  await write.transitionMany(
    expenditure,
    'release',
    kept.map((row) => ({ ...row, values: { releaseReason } })),
  )
}

/** Says that what was kept for the grants of a cycle was paid, where the cycle is paid without a batch. */
export async function spendKeptMoney({ id, paidOn, voucher }: Cycle, context: ModuleContext): Promise<void> {
  const kept = await keptFor(id, context)
  await context.write.transitionMany(
    expenditure,
    'settle',
    kept.map((row) => ({ ...row, values: { paidOn, voucher } })),
  )
}

/** What the budget line has kept or spent already for those who would be paid in a cycle, in fen: nothing more is asked of it for them. */
export async function keptAmount(cycle: string, { db }: Pick<ModuleContext, 'db'>): Promise<number> {
  const { rows } = await sql<{ amount: string }>`
    select coalesce(sum(x.amount), 0)::text as amount from funds_expenditure x
    where x.state in ('reserved', 'paid') and x.subject_record = ${application.ref} and x.subject in (
      select e.application from programmes_member m join programmes_enrolment e on e.id = m.enrolment
      where m.cycle = ${cycle} and m.standing = 'pays'
    )`.execute(db)
  return Number(rows[0]?.amount ?? 0)
}

async function keptFor(cycle: string, { db }: ModuleContext): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`
    select x.id, x.version from funds_expenditure x
    where x.state = 'reserved' and x.subject_record = ${application.ref} and x.subject in (
      select e.application from programmes_entitlement t join programmes_enrolment e on e.id = t.enrolment where t.cycle = ${cycle}
    ) order by x.id`.execute(db)
  return rows
}

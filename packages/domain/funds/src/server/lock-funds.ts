import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { funds } from '../contract/index.js'

const { fund, budgetLine } = funds.records
type Context = Pick<ModuleContext, 'db' | 'read'>

/** Funds by their id, kept from everybody else until this transaction has ended: what is left of them is spent by one at a time. */
export async function lockFunds(
  ids: Iterable<string>,
  { db, read }: Context,
): Promise<ReadonlyMap<string, RowOf<typeof fund>>> {
  const all = [...new Set(ids)]
  if (all.length === 0) return new Map()
  // in one order, so that nobody waits crosswise
  await sql`select id from funds_fund where id = any(${all}::text[]) order by id for update`.execute(db)
  return new Map((await read.many(fund, { id: all }, { limit: all.length })).map((row) => [row.id, row]))
}

/** Budget lines by their id, with their funds locked. */
export async function lockLines(ids: Iterable<string>, context: Context) {
  const all = [...new Set(ids)]
  const lookUp = () => context.read.many(budgetLine, { id: all }, { limit: Math.max(all.length, 1) })
  const known = await lockFunds(
    (await lookUp()).map((row) => row.fund),
    context,
  )
  return { known, lines: new Map((await lookUp()).map((row) => [row.id, row])) }
}

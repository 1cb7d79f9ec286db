import { OpenDpfError } from '@opendpf/errors'
import { rowsKnownAt } from '@opendpf/figures/reading'
import type { SnapshotContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { type FundBalance, funds } from '../../contract/index.js'
import { balancesOn } from '../../spending/index.js'
import { receivedByKind, reservedOf, spending, stockOf } from './parts-of.js'
import type { BalancesAsked } from './read-asked.js'

const { fund } = funds.records
type Known = Pick<FundBalance, 'id' | 'title' | 'source' | 'year' | 'division' | 'state'>

/**
 * The funds in the caller's sight with what they had at the end of a day, the latest year first. So many queries whatever the number of funds.
 *
 * @throws OpenDpfError `not-found` when the one that is asked for is not in sight, or was not known at that instant
 */
export async function readBalances(
  { db, today }: Pick<SnapshotContext, 'db' | 'today'>,
  { date, fund: wanted, asOf }: BalancesAsked,
): Promise<readonly FundBalance[]> {
  const { rows } = await sql<Known>`
    select id, title, source, year, division, state from ${rowsKnownAt(fund, asOf)} f
    where ${wanted ?? null}::text is null or id = ${wanted ?? null} order by year desc, source, title, id`.execute(db)
  if (wanted !== undefined && rows.length === 0) throw new OpenDpfError('not-found')
  const asked = { ids: rows.map(({ id }) => id), date, asOf }
  const sums = await balancesOn(db, asked.ids, date, asOf)
  const received = Map.groupBy(await receivedByKind(db, asked), (row) => row.fund)
  const spent = Map.groupBy(await spending(db, asked), (row) => row.fund)
  const reserved = await reservedOf(db, { ...asked, kept: date < today ? earlier(endOf(date), asOf) : asOf })
  const stock = Map.groupBy(await stockOf(db, asked), (row) => row.fund)
  return rows.map((row) => {
    const out = spent.get(row.id) ?? []
    return {
      ...row,
      ...(sums.get(row.id) ?? nothing),
      receivedByKind: (received.get(row.id) ?? []).map(({ kind, amount }) => ({ kind, amount })),
      spentByRecipient: sumBy(out, ({ kind }) => kind).map(([kind, amount]) => ({ kind, amount })),
      spentByPlanItem: sumBy(out, ({ planItem }) => planItem).map(([planItem, amount]) => ({ planItem, amount })),
      reserved: reserved.get(row.id) ?? 0,
      goods: (stock.get(row.id) ?? []).map(({ item, unit, quantity }) => ({ item, unit, quantity })),
    }
  })
}

const nothing = { received: 0, spent: 0, transferredIn: 0, transferredOut: 0, balance: 0 }

const endOf = (date: string) => `${date}T23:59:59.999999+08:00`

const earlier = (end: string, asOf: string | undefined) =>
  asOf !== undefined && new Date(asOf) < new Date(end) ? asOf : end

/** Sums of amounts by a key, in the order in which the keys come. */
function sumBy<Row extends { readonly amount: number }, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): readonly (readonly [Key, number])[] {
  return [...Map.groupBy(rows, keyOf)].map(([key, those]) => [key, those.reduce((sum, { amount }) => sum + amount, 0)])
}

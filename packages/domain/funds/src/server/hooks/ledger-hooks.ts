import type { RecordHooks } from '@opendpf/kit/server'
import { formatYuan } from '@opendpf/standards'
import { sql } from 'kysely'
import { funds } from '../../contract/index.js'
import { lockFunds } from '../lock-funds.js'
import { refuseOverdrawn } from '../refuse-overdrawn.js'

const { fund, budgetLine, receipt, transfer, goods } = funds.records

/** What a fund is stays as it is once something came in or was promised. */
export const fundHooks: RecordHooks<typeof fund> = {
  async check(drafts, { db }) {
    const changed = drafts.filter(
      ({ action, before, values }) =>
        action === 'update' && before && (before.source !== values.source || before.year !== values.year),
    )
    if (changed.length === 0) return
    const ids = changed.map(({ before }) => before?.id ?? '')
    const { rows } = await sql<{ fund: string }>`
      select fund from funds_receipt where fund = any(${ids}::text[]) union
      select fund from funds_budget_line where fund = any(${ids}::text[])`.execute(db)
    const used = new Set(rows.map((row) => row.fund))
    for (const { before, refuse } of changed) if (used.has(before?.id ?? '')) refuse('source', 'fund.problem.used')
  },
}

/** A line has at least what is reserved and spent of it. */
export const budgetLineHooks: RecordHooks<typeof budgetLine> = {
  prepare({ values, before, refuse }) {
    values.reserved ??= 0
    values.spent ??= 0
    const used = values.reserved + values.spent
    if (values.amount < used) refuse('amount', 'budgetLine.problem.used', { used: formatYuan(used) })
    if (before && before.fund !== values.fund) refuse('fund', 'budgetLine.problem.moved')
  },
  async check(drafts, context) {
    const known = await lockFunds(
      drafts.map(({ values }) => values.fund),
      context,
    )
    for (const { action, values, refuse } of drafts)
      if (action === 'create' && known.get(values.fund)?.state === 'closed') refuse('fund', 'budgetLine.problem.closed')
  },
}

/** Nothing comes in tomorrow, or to a fund that is closed. */
export const receiptHooks: RecordHooks<typeof receipt> = {
  prepare({ values, verb, refuse }, { today }) {
    if (values.receivedOn > today) refuse('receivedOn', 'receipt.problem.future')
    if (verb === 'cancel') values.cancelledOn = today
  },
  async check(drafts, context) {
    const known = await lockFunds(
      drafts.map(({ values }) => values.fund),
      context,
    )
    for (const { values, verb, refuse } of drafts)
      if (verb !== 'cancel' && known.get(values.fund)?.state === 'closed') refuse('fund', 'receipt.problem.closed')
  },
}

/** A rest is handed on to a fund of the same source and place, as far as there is one. */
export const transferHooks: RecordHooks<typeof transfer> = {
  prepare({ values, refuse }, { today }) {
    if (values.movedOn > today) refuse('movedOn', 'transfer.problem.future')
  },
  async check(drafts, context) {
    const known = await lockFunds(
      drafts.flatMap(({ values }) => [values.fromFund, values.toFund]),
      context,
    )
    for (const { values, refuse } of drafts) {
      const [giver, taker] = [known.get(values.fromFund), known.get(values.toFund)]
      if (giver?.state === 'closed') refuse('fromFund', 'transfer.problem.closed')
      if (taker?.state === 'closed') refuse('toFund', 'transfer.problem.closed')
      if (giver && taker && (giver.id === taker.id || giver.source !== taker.source))
        refuse('toFund', 'transfer.problem.source')
      // a place sees its own funds: of a transfer between two places each would be told half
      else if (giver && taker && giver.division !== taker.division) refuse('toFund', 'transfer.problem.place')
    }
    const moved = drafts.map(({ values, refuse }) => ({
      fund: values.fromFund,
      day: values.movedOn,
      amount: values.amount,
      refuse: (left: number) => refuse('amount', 'transfer.problem.balance', { balance: formatYuan(left) }),
    }))
    await refuseOverdrawn(moved, context)
  },
}

/** Nothing goes out that did not come in. */
export const goodsHooks: RecordHooks<typeof goods> = {
  prepare({ values, refuse }, { today }) {
    if (values.movedOn > today) refuse('movedOn', 'goods.problem.future')
  },
  async check(drafts, context) {
    const ids = [...new Set(drafts.map(({ values }) => values.fund))]
    await lockFunds(ids, context)
    const { rows } = await sql<{ key: string; stock: number }>`
      select fund || ' ' || item || ' ' || unit as key,
        sum(case direction when 'in' then quantity else -quantity end)::int as stock
      from funds_goods where fund = any(${ids}::text[]) group by fund, item, unit`.execute(context.db)
    const stocks = new Map(rows.map(({ key, stock }) => [key, stock]))
    for (const { values, refuse } of drafts) {
      const key = `${values.fund} ${values.item} ${values.unit}`
      const stock = stocks.get(key) ?? 0
      if (values.direction === 'in') stocks.set(key, stock + values.quantity)
      else if (values.quantity > stock) refuse('quantity', 'goods.problem.stock', { stock })
      else stocks.set(key, stock - values.quantity)
    }
  },
}

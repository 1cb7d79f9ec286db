import { funds } from '@opendpf/funds'
import type { Guard, RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { monthOf, programmes, programmesOf, unfrozenCycleStates } from '../../contract/index.js'
import { programmeOf } from '../application/guards.js'
import { offerOfYear } from '../application/offer-of.js'
import { findDifferences } from './find-differences.js'
import { servesPayments } from './hand-over.js'
import { keptAmount, spendKeptMoney } from './kept-money.js'
import { keyOf, knownDifferences } from './note-differences.js'
import { overlap } from './place.js'

const { cycle, difference } = programmes.records
type CycleRecord = typeof cycle

/** A cycle is of a declared programme and a month that has begun; there is one of each place and month. */
export const cycleHooks: RecordHooks<CycleRecord> = {
  prepare({ values, verb, action, refuse }, { today, registry }) {
    for (const field of ['run', 'members', 'amount', 'arrears', 'differences'] as const) values[field] ??= 0
    const programme = programmesOf(registry).get(values.programme)
    if (!programme) refuse('programme', 'cycle.problem.programme')
    else if (programme.payment === 'institution') refuse('programme', 'cycle.problem.institution')
    if (action === 'create' && values.month > monthOf(today)) refuse('month', 'cycle.problem.future')
    if (verb === 'compute') values.run += 1
    if (verb === 'compute' || verb === 'handOver') values.problem = null
    if (verb === 'finishFreezing') values.frozenOn = today
  },

  async check(drafts, { db, read }) {
    for (const { before, values, refuse } of drafts) {
      if (before) continue
      const { programme, month, division } = values
      await sql`select pg_advisory_xact_lock(hashtextextended(${`programmes cycle ${programme} ${month}`}, 0))`.execute(
        db,
      )
      const others = await read.many(cycle, { programme, month })
      if (others.some((other) => other.state !== 'dropped' && other.division === division))
        refuse('month', 'cycle.problem.taken', { month })
    }
  },

  async after(changes, context) {
    for (const { before, row } of changes)
      if (row?.state === 'paid' && before?.state !== 'paid') await spendKeptMoney(row, context)
  },
}

const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** What must hold before a cycle is computed, checked and frozen. */
export const cycleGuards = {
  // periods are granted in their order, and nobody gets one twice
  'cycle.alone': async ({ read }, { id, programme, division }) => {
    const others = await read.many(cycle, { programme, state: unfrozenCycleStates })
    const other = others.find((one) => one.id !== id && overlap(one.division ?? '', division))
    return other === undefined ? true : { month: other.month }
  },

  'cycle.nothingOpen': async ({ read }, { id }) => {
    const count = await read.count(difference, { cycle: id, state: 'open' })
    return count === 0 ? true : { count }
  },

  'cycle.nothingNew': async (context, { id, programme, month, division }) => {
    const found = await findDifferences(context, { programme, month, division }, programmeOf(context, programme))
    const decided = new Set((await knownDifferences(context, id)).map(keyOf))
    const count = found.filter((one) => !decided.has(keyOf(one))).length
    return count === 0 ? true : { count }
  },

  'cycle.payable': async (context, { programme, month, division }) => {
    const offer = await offerOfYear(context, { programme, division, year: Number(month.slice(0, 4)) })
    return servesPayments(context) && offer?.budgetLine ? true : {}
  },

  'cycle.withinBudget': async (context, { id, programme, month, division, amount }) => {
    const offer = await offerOfYear(context, { programme, division, year: Number(month.slice(0, 4)) })
    if (!offer?.budgetLine) return true
    const line = await context.read.one(funds.records.budgetLine, offer.budgetLine)
    const left = line ? line.amount - line.reserved - line.spent + (await keptAmount(id, context)) : 0
    return amount <= left ? true : { left: yuan(left), asked: yuan(amount) }
  },

  // the engine of payments asks again, over all batches of the budget line
  'cycle.withinQuota': async (context, { id, programme, month, division }) => {
    const quota = (await offerOfYear(context, { programme, division, year: Number(month.slice(0, 4)) }))?.quota ?? null
    if (quota === null) return true
    const { rows } = await sql<{ month: string; count: number }>`
      select line ->> 'month' as month, count(*)::int as count
      from programmes_member m cross join lateral jsonb_array_elements(m.lines) as line
      where m.cycle = ${id} and m.standing = 'pays' group by 1 order by 2 desc, 1 limit 1`.execute(context.db)
    const [most] = rows
    return most === undefined || most.count <= quota ? true : { quota, ...most }
  },
} satisfies Readonly<Record<string, Guard<CycleRecord>>>

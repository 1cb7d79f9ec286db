import type { ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { formatYuan } from '@opendpf/standards'
import { sql } from 'kysely'
import { funds, namedRecipients } from '../../contract/index.js'
import { lockLines } from '../lock-funds.js'
import { refuseOverdrawn } from '../refuse-overdrawn.js'

const { expenditure, budgetLine } = funds.records

/** Nothing is reserved that the line has not, and nothing paid that the fund has not. */
export const expenditureHooks: RecordHooks<typeof expenditure> = {
  prepare({ values, refuse }, { today }) {
    const isFit = namedRecipients.every((kind) => (values[kind] !== null) === (kind === values.recipientKind))
    if (!isFit) refuse('recipientKind', 'expenditure.problem.recipient')
    if (values.recipientKind === 'payees' && values.subject === null)
      refuse('recipientKind', 'expenditure.problem.payees')
    if (values.paidOn !== null && values.paidOn > today) refuse('paidOn', 'expenditure.problem.future')
  },
  async check(drafts, context) {
    const { known, lines } = await lockLines(
      drafts.map(({ values }) => values.budgetLine),
      context,
    )
    const left = new Map([...lines].map(([id, { amount, reserved, spent }]) => [id, amount - reserved - spent]))
    for (const { action, values, refuse } of drafts) {
      const line = lines.get(values.budgetLine)
      if (action !== 'create' || !line) continue
      if (known.get(line.fund)?.state === 'closed') refuse('budgetLine', 'expenditure.problem.closed')
      const free = left.get(line.id) ?? 0
      if (values.amount > free) refuse('amount', 'expenditure.problem.exceeds', { left: formatYuan(free) })
      else left.set(line.id, free - values.amount)
    }
    const paid = drafts.flatMap(({ verb, values, refuse }) => {
      const fund = lines.get(values.budgetLine)?.fund
      if ((verb !== 'pay' && verb !== 'settle') || fund === undefined) return []
      return [
        {
          fund,
          day: values.paidOn ?? context.today,
          amount: values.amount,
          refuse: (left: number) => refuse('amount', 'expenditure.problem.balance', { balance: formatYuan(left) }),
        },
      ]
    })
    await refuseOverdrawn(paid, context)
  },
  after: (changes, context) =>
    addUp([...new Set(changes.flatMap(({ row }) => (row ? [row.budgetLine] : [])))], context),
}

async function addUp(ids: readonly string[], { db, write }: ModuleContext): Promise<void> {
  const { rows } = await sql<{ id: string; version: number; reserved: string; spent: string }>`
    select b.id, b.version, coalesce(sum(e.amount) filter (where e.state = 'reserved'), 0)::text as reserved,
      coalesce(sum(e.amount) filter (where e.state = 'paid'), 0)::text as spent
    from funds_budget_line b left join funds_expenditure e on e.budget_line = b.id
    where b.id = any(${ids}::text[]) group by b.id, b.version order by b.id`.execute(db)
  await write.updateMany(
    budgetLine,
    rows.map(({ id, version, reserved, spent }) => ({
      id,
      version,
      values: { reserved: Number(reserved), spent: Number(spent) },
    })),
  )
}

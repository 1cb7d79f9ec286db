import { reserve } from '@opendpf/funds/spending'
import type { RowOf } from '@opendpf/kit'
import type { ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { payments } from '../../contract/index.js'
import { linesOf } from '../batch/lines-of.js'
import { readAccounts } from '../batch/read-accounts.js'
import { bookResults } from '../files/book-results.js'

const { batch, line, exchange } = payments.records
type Batch = RowOf<typeof batch>

/** What follows from the steps of a batch. */
export const batchHooks: RecordHooks<typeof batch> = {
  prepare({ values, verb, refuse }, { today }) {
    if (verb === 'takeResult' && values.paidOn !== null && values.paidOn > today)
      refuse('paidOn', 'batch.problem.future')
  },
  async check(drafts, { read }) {
    const brought = drafts.filter(({ verb }) => verb === 'takeResult')
    if (brought.length === 0) return
    const ids = brought.flatMap(({ before }) => (before ? [before.id] : []))
    const booked = await read.many(exchange, { batch: ids, direction: 'in', state: 'booked' })
    const known = new Set(booked.map((row) => `${row.batch} ${row.hash}`))
    for (const { before, values, refuse } of brought)
      if (known.has(`${before?.id} ${values.resultFile?.[0]?.hash}`)) refuse('resultFile', 'batch.problem.again')
  },
  async after(changes, context) {
    for (const { before, row, action } of changes) {
      if (!row || !before) continue
      // of a step the action is its name
      const step: string = action
      if (step === 'refresh') await readAccounts(row.id, context)
      if (step === 'takeResult') await bookResults(row, context)
      if (before.state === row.state) continue
      if (row.state === 'approved') await reserveFor(row, context)
      if (row.state === 'dropped') await dropLines(row, context)
    }
  },
}

/** The money is kept from the moment of approval: nobody else can be promised it. */
async function reserveFor(row: Batch, context: ModuleContext): Promise<void> {
  const reservation = await reserve(context, {
    budgetLine: row.budgetLine,
    recipient: 'payees',
    amount: row.amount,
    purpose: row.title,
    subject: { record: batch.ref, id: row.id },
  })
  await context.write.update(batch, { id: row.id, version: row.version, values: { reservation } })
}

/** Nobody has been promised anything yet: the lines go with their batch, and can be made anew. */
async function dropLines(row: Batch, context: ModuleContext): Promise<void> {
  const { dropReason } = row
  for await (const rows of linesOf(row.id, 'pending', context))
    await context.write.transitionMany(
      line,
      'drop',
      rows.map(({ id, version }) => ({ id, version, values: { dropReason } })),
    )
}

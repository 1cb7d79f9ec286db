import { reserve } from '@opendpf/funds/spending'
import type { RowOf } from '@opendpf/kit'
import type { ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { payments } from '../../contract/index.js'
import { linesOf } from '../batch/lines-of.js'
import { readAccounts } from '../batch/read-accounts.js'

const { batch, line } = payments.records
type Batch = RowOf<typeof batch>

const beforeFiling: ReadonlySet<Batch['state']> = new Set(['checked', 'reviewed', 'approved'])

/** What follows from the steps of a batch. */
export const batchHooks: RecordHooks<typeof batch> = {
  prepare({ values, before, action, verb, refuse }, { actor }) {
    if (verb === 'review') values.reviewedBy = actor.id
    if (verb === 'approve') values.approvedBy = actor.id
    // once it is checked a batch stays as it is; another layout may be needed until the file is made
    if (action !== 'update' || !before || before.state === 'draft') return
    if (before.dueOn !== values.dueOn) refuse('dueOn', 'batch.problem.approved')
    if (before.template !== values.template && !beforeFiling.has(before.state))
      refuse('template', 'batch.problem.approved')
  },
  async after(changes, context) {
    for (const { before, row, action } of changes) {
      if (!row || !before) continue
      if ((action as string) === 'refresh') await readAccounts(row.id, context)
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

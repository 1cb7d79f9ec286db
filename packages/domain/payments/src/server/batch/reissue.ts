import { OpenDpfError } from '@opendpf/errors'
import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { interpolate } from '@opendpf/messages'
import { persons } from '@opendpf/persons'
import type { output } from 'zod'
import { payments, type reissueSchema } from '../../contract/index.js'
import { accountsOf } from '../../paying/accounts.js'
import { chunkSize, chunksOf } from '../../paying/chunks.js'
import { countBatches } from '../../paying/count-batches.js'
import { refuserOf } from '../../paying/refuser.js'
import { moveRecoveries } from '../recovery/follow-lines.js'
import { linesOf } from './lines-of.js'

const { batch, line } = payments.records
type Line = RowOf<typeof line>

/**
 * Pays returned lines anew in a batch of its own, to the accounts that the persons have now. The new line takes the place of the old one in
 * the same moment, so that at no time two of them count.
 *
 * @returns id of the new batch
 */
export async function reissue(
  { batch: id, lines: chosen, isAccountRight }: output<typeof reissueSchema>,
  context: ModuleContext,
) {
  const { read, write, registry } = context
  const refuse = refuserOf(context)
  const of = await read.one(batch, id)
  if (!of) throw new OpenDpfError('not-found')
  const wanted = chosen && new Set(chosen)
  const returned: Line[] = []
  for await (const rows of linesOf(id, 'returned', context))
    returned.push(...rows.filter((row) => !wanted || wanted.has(row.id)))
  if (returned.length === 0 || (wanted && returned.length < wanted.size)) refuse('lines', 'line.problem.notReturned')
  const mended = await withAccounts(returned, context)
  const same = mended.filter(({ row, now }) => now.accountNumber === row.accountNumber).length
  if (same > 0 && !isAccountRight) refuse('lines', 'line.problem.sameAccount', { count: same })

  const { programme, month, budgetLine, template } = of
  const title = interpolate(registry.text(payments.id, 'zh-CN', 'batch.again'), { title: of.title }).slice(0, 100)
  const counts = { lines: 0, amount: 0, paid: 0, returned: 0, problems: 0 }
  const again = await write.create(batch, {
    title,
    programme,
    month,
    budgetLine,
    template,
    dueOn: context.today,
    ...counts,
  })
  let position = 0
  for (const chunk of chunksOf(mended)) {
    // the old ones go first: only one line of a person and month counts
    await write.transitionMany(
      line,
      'replace',
      chunk.map(({ row: { id: old, version } }) => ({ id: old, version, values: {} })),
    )
    const made = await write.createMany(
      line,
      chunk.map(({ row, now }) => {
        position += 1
        const { person, payee, beneficiary, kind, enrolment, reason, amount, deduction, net, division } = row
        const same = {
          person,
          payee,
          beneficiary,
          programme,
          month: row.month,
          kind,
          enrolment,
          reason,
          amount,
          deduction,
          net,
        }
        return { ...same, ...now, division, batch: again.id, position, replaces: row.id }
      }),
    )
    await moveRecoveries(
      made.flatMap(({ id: to, replaces, deduction }) =>
        replaces === null || deduction === 0 ? [] : [[replaces, to] as const],
      ),
      context,
    )
  }
  await countBatches([id, again.id], context)
  return again.id
}

async function withAccounts(rows: readonly Line[], context: ModuleContext) {
  const found = []
  for (const chunk of chunksOf(rows)) {
    const ids = [...new Set(chunk.map(({ person }) => person))]
    const payees = await context.read.many(persons.records.person, { id: ids }, { limit: chunkSize })
    const accounts = await accountsOf(payees, context)
    for (const row of chunk) {
      const now = accounts.get(row.person)
      if (now) found.push({ row, now })
    }
  }
  return found
}

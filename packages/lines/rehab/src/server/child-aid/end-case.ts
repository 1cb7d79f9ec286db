import { releaseFor, reserve } from '@opendpf/funds/spending'
import type { RowOf } from '@opendpf/kit'
import type { EventHandler, ModuleContext } from '@opendpf/kit/server'
import { programmes, type StopReason } from '@opendpf/programmes'
import * as z from 'zod'
import { rehab } from '../../contract/index.js'

const { relief } = rehab.records
const { enrolment } = programmes.records
type Case = RowOf<typeof relief>

const payloadSchema = z.object({ id: z.string() })
/** States in which nobody trains the child yet. */
const waiting: ReadonlySet<string> = new Set(['approved', 'away'])

/**
 * Nobody receives any more: a case that no institution has begun with is withdrawn. What was trained is settled, whatever became of the grant.
 */
export const followStop: EventHandler = async ({ payload }, { read, write, registry }) => {
  const held = await read.one(enrolment, payloadSchema.parse(payload).id)
  if (held?.state !== 'stopped') return
  const [row] = await read.many(relief, { enrolment: held.id })
  if (!row || !waiting.has(row.state)) return
  const reason = registry.text(programmes.id, 'zh-CN', `enrolment.stopReason.${held.stopReason}`)
  const refuseReason = held.stopNote === null ? reason : `${reason}：${held.stopNote}`.slice(0, 500)
  await write.transition(relief, { id: row.id, version: row.version, verb: 'withdraw', values: { refuseReason } })
}

/** What was settled is kept for the institution, which Finance pays, and the grant of the year is used up. */
export async function settleCase(row: Case, context: ModuleContext): Promise<void> {
  const isPaid = await freeMoney(row, 'relief.money.settled', context)
  await stopGrant(row, 'expired', context)
  const { budgetLine, institution, settled } = row
  if (isPaid || budgetLine === null || institution === null || !settled) return
  await reserve(context, {
    budgetLine,
    recipient: { organisation: institution },
    amount: settled,
    purpose: context.registry.text(rehab.id, 'zh-CN', 'relief.money.purpose'),
    subject: { record: relief.ref, id: row.id },
  })
}

/** What was granted is given back unused: to the budget line, and to the child, who may apply again. */
export async function giveBack(row: Case, context: ModuleContext): Promise<void> {
  await freeMoney(row, 'relief.money.ended', context)
  await stopGrant(row, 'voluntary', context)
}

/** Releases what the approval kept; whether the cashier paid it already. */
async function freeMoney({ application }: Case, reason: string, context: ModuleContext): Promise<boolean> {
  if (application === null) return false
  const subject = { record: programmes.records.application.ref, id: application }
  return releaseFor(context, subject, context.registry.text(rehab.id, 'zh-CN', reason))
}

async function stopGrant(row: Case, stopReason: StopReason, { read, write, today }: ModuleContext): Promise<void> {
  const held = row.enrolment === null ? undefined : await read.one(enrolment, row.enrolment)
  if (!held || held.state === 'stopped') return
  const values = { stopReason, stopOn: row.settledOn ?? today }
  await write.transition(enrolment, { id: held.id, version: held.version, verb: 'stop', values })
}

import { type Reservation, reserve } from '@opendpf/funds/spending'
import type { FieldsOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { type NamedProgramme, programmes } from '../../contract/index.js'
import type { ApplicationChange } from './follow.js'
import { programmeOf } from './guards.js'

const { application, offer } = programmes.records

/** Whom the money is kept for. An institution is not known yet when its work is granted: no person can be paid out of that. */
function recipientOf(
  { payment }: NamedProgramme,
  { household, organisation, person }: Pick<FieldsOf<typeof application>, 'household' | 'organisation' | 'person'>,
): Reservation['recipient'] {
  if (payment === 'institution') return 'payees'
  if (household !== null) return { household }
  return organisation !== null ? { organisation } : { person }
}

/**
 * Keeps the money of a grant that is paid once, from the budget line of the year's offer, when the application is approved. A line that has too
 * little left refuses the approval.
 */
export async function reserveMoney(changes: readonly ApplicationChange[], context: ModuleContext): Promise<void> {
  for (const { before, row } of changes) {
    if (row?.state !== 'approved' || before?.state === 'approved' || row.amount === null || row.offer === null) continue
    const programme = programmeOf(context, row.programme)
    if (programme.cycle !== 'once') continue
    const budgetLine = (await context.read.one(offer, row.offer))?.budgetLine ?? null
    if (budgetLine === null) continue
    await reserve(context, {
      budgetLine,
      recipient: recipientOf(programme, row),
      amount: row.amount,
      purpose: programme.title['zh-CN'],
      subject: { record: application.ref, id: row.id },
    })
  }
}

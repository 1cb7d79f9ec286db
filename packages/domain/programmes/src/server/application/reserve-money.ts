import { reserve } from '@opendpf/funds/spending'
import type { ModuleContext } from '@opendpf/kit/server'
import { programmes } from '../../contract/index.js'
import type { ApplicationChange } from './follow.js'
import { programmeOf } from './guards.js'

const { application, offer } = programmes.records

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
      recipient:
        row.household !== null
          ? { household: row.household }
          : row.organisation !== null
            ? { organisation: row.organisation }
            : { person: row.person },
      amount: row.amount,
      purpose: programme.title['zh-CN'],
      subject: { record: application.ref, id: row.id },
    })
  }
}

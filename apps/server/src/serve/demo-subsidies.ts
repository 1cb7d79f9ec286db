import { countyCode, type DemoGrant, holderKey, type Subsidy, subsidies } from '@opendpf/demo-county'
import type { PlacedRecord } from '@opendpf/kit'
import { addMonthsTo, programmes, programmesOf } from '@opendpf/programmes'
import { systemActor, writeTransaction } from '@opendpf/server'
import { batchOf, disturbAccounts, sendBatch, settleBatch } from './demo-payments.js'
import type { DemoSteps } from './demo-steps.js'
import type { DemoWork } from './demo-work.js'
import type { Traveller } from './past.js'

const { enrolment, cycle, difference } = programmes.records

/** Months that the county has granted by this system, with the one that is under way. */
const monthsGranted = 3

/** The first month that is granted by this system: what was paid before was paid by another. */
export function firstMonthOf(today: string): string {
  return addMonthsTo(today.slice(0, 7), 1 - monthsGranted)
}

/** Takes over who received a subsidy before, as it stood in the system before: its months are not granted again. */
export async function takeOverGrants(
  { platform }: Traveller,
  work: Pick<DemoWork, 'idOf' | 'divisionOf'>,
  { grants, firstMonth }: { readonly grants: readonly DemoGrant[]; readonly firstMonth: string },
): Promise<void> {
  const schemes = programmesOf(platform.registry)
  await writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, ({ context: { write } }) =>
    write.createMany(
      enrolment,
      grants.map(({ programme, idNumber, since }) => {
        const person = work.idOf(holderKey({ idNumber }))
        return {
          programme,
          person,
          subject: person,
          scheme: schemes.get(programme)?.scheme ?? '',
          division: work.divisionOf(idNumber),
          fromMonth: since,
          pauses: [{ from: since, until: firstMonth, isPaid: false }],
        }
      }),
    ),
  )
}

export interface GrantMonthOptions {
  readonly steps: DemoSteps
  readonly month: string
  /** The day on which it is done. */
  readonly on: string
  /** How far it has gone: what was found is being decided, it is being paid, or all is over. */
  readonly until: 'computed' | 'handed' | 'closed'
}

/** Of the subsidies of a month that is being paid, the one that is at the bank; the other waits for accounts to be put right. */
const atTheBank: Subsidy = 'poverty-relief.nursing'

/** Grants a month of both subsidies, step by step, each by whom it has to be. */
export async function grantMonth({ steps, month, on, until }: GrantMonthOptions): Promise<void> {
  const { as, step, run } = steps
  // the bank has its file before accounts are found to be wrong: many receive both
  for (const programme of subsidies.toReversed()) {
    const { id } = await as('clerk', ({ write }) =>
      write.create(cycle as PlacedRecord, { programme, month, division: countyCode }),
    )
    await step('clerk', [cycle, id, 'compute'])
    await run('programmes.runCycles')
    if (until === 'computed') continue
    await as('clerk', async ({ read, write }) => {
      const open = await read.many(difference, { cycle: id, state: 'open' })
      await write.transitionMany(
        difference,
        'keep',
        open.map((row) => ({ id: row.id, version: row.version, values: { note: '已入户核实，继续发放' } })),
      )
    })
    await step('clerk', [cycle, id, 'check'])
    await step('approver', [cycle, id, 'approve'])
    await step('second-approver', [cycle, id, 'confirm'])
    await run('programmes.runCycles')
    await step('clerk', [cycle, id, 'handOver'])
    await run('programmes.runCycles')
    const batch = await batchOf(steps, id)
    if (batch === undefined) continue
    if (until === 'handed' && programme !== atTheBank) {
      await disturbAccounts(steps, batch, on)
      continue
    }
    await sendBatch(steps, batch, on)
    if (until === 'handed') continue
    await settleBatch(steps, batch, on)
    await step('second-clerk', [cycle, id, 'close'])
  }
}

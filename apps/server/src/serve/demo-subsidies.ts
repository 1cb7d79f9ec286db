import { countyCode, type DemoGrant, holderKey, subsidies } from '@opendpf/demo-county'
import type { PlacedRecord } from '@opendpf/kit'
import { addMonthsTo, programmes, programmesOf } from '@opendpf/programmes'
import type { Services } from '@opendpf/server'
import { systemActor, writeTransaction } from '@opendpf/server'
import type { DemoHands } from './demo-hands.js'
import { runDemoJob } from './demo-jobs.js'
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
  readonly hands: DemoHands
  readonly services: Services
  readonly month: string
  /** How far it has gone: what was found is being decided, it waits to be paid, or all is over. */
  readonly until: 'computed' | 'handed' | 'closed'
}

/** Grants a month of both subsidies, step by step, each by whom it has to be. */
export async function grantMonth(
  { platform }: Traveller,
  { hands, services, month, until }: GrantMonthOptions,
): Promise<void> {
  const as = <T>(hand: keyof DemoHands, work: Parameters<typeof writeTransaction<T>>[2]): Promise<T> =>
    writeTransaction(platform, { actor: hands[hand], locale: 'zh-CN' }, work)
  const step = (hand: keyof DemoHands, id: string, verb: string, values = {}) =>
    as(hand, async ({ context: { read, write } }) => {
      const row = await read.one(cycle, id)
      await write.transition(cycle, { id, version: row?.version ?? 0, verb, values } as never)
    })
  const run = (): Promise<void> => runDemoJob(platform, services, 'programmes.runCycles')
  for (const programme of subsidies) {
    const { id } = await as('clerk', ({ context: { write } }) =>
      write.create(cycle as PlacedRecord, { programme, month, division: countyCode }),
    )
    await step('clerk', id, 'compute')
    await run()
    if (until === 'computed') continue
    await as('clerk', async ({ context: { read, write } }) => {
      const open = await read.many(difference, { cycle: id, state: 'open' })
      await write.transitionMany(
        difference,
        'keep',
        open.map((row) => ({ id: row.id, version: row.version, values: { note: '已入户核实，继续发放' } })),
      )
    })
    await step('clerk', id, 'check')
    await step('approver', id, 'approve')
    await step('second-approver', id, 'confirm')
    await run()
    if (until === 'handed') {
      await step('clerk', id, 'handOver')
      await run()
      continue
    }
    await step('clerk', id, 'notePaid', {
      paidOn: platform.clock.now().toISOString().slice(0, 10),
      voucher: `银行回单${month}`,
    })
    await step('clerk', id, 'reconcile')
    await step('second-clerk', id, 'close')
  }
}

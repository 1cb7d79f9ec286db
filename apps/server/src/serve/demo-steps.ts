import { isOpenDpfError } from '@opendpf/errors'
import type { PlacedRecord } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { deliverEvents, type OpenPlatform, type Services, writeTransaction } from '@opendpf/server'
import type { DemoHands } from './demo-hands.js'
import { runDemoJob } from './demo-jobs.js'

/** What the county's staff do one after the other, where the next step depends on what came of the one before. */
export interface DemoSteps {
  /** Lets somebody write. */
  as<T>(hand: keyof DemoHands, work: (context: ModuleContext) => Promise<T>): Promise<T>
  /** Lets somebody take a step of a row as it is now. */
  step(
    hand: keyof DemoHands,
    at: readonly [record: PlacedRecord, id: string, verb: string],
    values?: Readonly<Record<string, unknown>>,
  ): Promise<void>
  /** Has a job done. */
  run(job: string): Promise<void>
  /** Lets everybody hear what has happened. */
  deliver(): Promise<void>
}

/** Opens the hands of the demo county for steps. */
export function openSteps(
  platform: OpenPlatform,
  { hands, services }: { readonly hands: DemoHands; readonly services: Services },
): DemoSteps {
  const as: DemoSteps['as'] = (hand, work) =>
    writeTransaction(platform, { actor: hands[hand], locale: 'zh-CN' }, ({ context }) => work(context))
  return {
    as,
    step: (hand, [record, id, verb], values = {}) =>
      as(hand, async ({ read, write }) => {
        const row = await read.one(record, id)
        try {
          await write.transition(record, { id, version: row?.version ?? 0, verb, values } as never)
        } catch (error) {
          const reasons = isOpenDpfError(error) ? error.fields?.map(({ message }) => message).join('；') : undefined
          throw new Error(`the demo county could not ${verb} ${record.ref}: ${reasons}`, { cause: error })
        }
      }),
    run: (job) => runDemoJob(platform, services, job),
    async deliver() {
      const failed: unknown[] = []
      await deliverEvents({ platform, onFailure: ({ error }) => void failed.push(error) })
      if (failed.length > 0) throw new Error('an event of the demo county was not delivered', { cause: failed[0] })
    },
  }
}

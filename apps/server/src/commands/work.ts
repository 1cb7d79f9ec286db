import { constants, setPriority } from 'node:os'
import type { Config } from '../config/config.js'
import { openDeployment } from '../deployment/open-deployment.js'
import { createLog } from '../serve/log.js'
import { openServices } from '../serve/open-services.js'
import { onShutdown } from '../serve/shutdown.js'

const lookEvery = 1000
/** How long nothing must have waited before the process ends: whoever asks for one thing soon asks for another. */
const patience = 60_000

/**
 * `opendpf work`: does the jobs that wait, and ends when none has waited for a minute. `serve` starts it when something is queued; started
 * by hand, also on another machine, it takes its share of them.
 */
export async function workCommand(config: Config): Promise<number> {
  // people who wait for a page go before what takes minutes anyway
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const log = createLog(config.logLevel)
  const deployment = await openDeployment(config, (text) => log.info(text))
  const opened = await openServices({
    deployment,
    publicUrl: config.publicUrl ?? 'http://127.0.0.1',
    log,
    onEnded: () => {
      if (process.connected) process.send?.('ended')
    },
  })
  const { jobs } = opened.services
  const close = async (): Promise<void> => {
    await opened.close()
    await deployment.close()
  }
  onShutdown(close)
  // whoever started this is gone: what runs goes back into the queue
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // listening alone must not keep a process that has nothing left to do
  process.channel?.unref()
  await jobs.start({ isWorking: true, isScheduling: false })
  await untilIdle(async () => jobs.isBusy() || (await jobs.hasWaiting()))
  await close()
  return 0
}

async function untilIdle(isNeeded: () => Promise<boolean>): Promise<void> {
  let idleSince = performance.now()
  while (performance.now() - idleSince < patience) {
    await new Promise((resolve) => setTimeout(resolve, lookEvery))
    if (await isNeeded()) idleSince = performance.now()
  }
}

import { type DeliverOptions, deliverDue } from './deliver.js'
import { fanOut } from './fan-out.js'

const every = 2000

/** Tells where new events go and delivers what is due, until there is nothing more to do now. */
export async function deliverEvents(options: DeliverOptions): Promise<void> {
  while ((await fanOut(options.platform)) > 0);
  await deliverDue(options)
}

/** Delivers events every two seconds; a round that takes longer is not overtaken. */
export function startDelivery(options: DeliverOptions): { stop(): Promise<void> } {
  let round = Promise.resolve()
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    round = deliverEvents(options)
      .catch((error: unknown) => options.onFailure({ event: '', target: 'outbox', error }))
      .finally(() => {
        isBusy = false
      })
  }, every)
  return {
    async stop() {
      clearInterval(timer)
      await round
    },
  }
}

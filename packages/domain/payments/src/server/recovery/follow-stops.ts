import type { EventHandler } from '@opendpf/kit/server'
import { openOverpayments } from './open-overpayments.js'
import { stopSchema } from './stop.js'
import { withholdLines } from './withhold-lines.js'

/** A grant ended: what was not paid yet is not paid any more, and what was is asked back. */
export const followStops: EventHandler = async ({ payload }, context) => {
  const stop = stopSchema.parse(payload)
  await withholdLines(stop, context)
  await openOverpayments(stop, context)
}

import type { EventHandler } from '@opendpf/kit/server'
import { sourcesOfEvent } from './sources-of.js'
import { tell } from './tell.js'

/** Puts down what is told of an event. Nothing is sent here: a way out that is closed holds up nobody. */
export const followEvent: EventHandler = async (event, context) => {
  for (const { source, ...what } of sourcesOfEvent(event.name, context)) {
    const occurrences = await source(event, context)
    await tell(
      what,
      occurrences.map((occurrence) => ({ ...occurrence, key: event.id })),
      context,
    )
  }
}

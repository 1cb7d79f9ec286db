import type { Registry } from '@opendpf/kit'
import type { ChannelName } from '../contract/index.js'

/** A message on its way out. */
export interface OutgoingMessage {
  /** The same at each attempt, so that the other side can tell a repetition. */
  readonly id: string
  /** A telephone number, or an e-mail address. */
  readonly address: string
  readonly subject: string
  readonly text: string
}

/**
 * What came of an attempt. `refused`: this message will never be taken. `unknown`: there is nobody at
 * this address. `later`: this one was not taken now. `down`: nothing is taken at
 * present. Reasons never hold anybody's data: they are kept in the clear.
 */
export type Outcome =
  | { readonly kind: 'sent'; readonly receipt: string | null }
  | { readonly kind: 'refused' | 'unknown' | 'later' | 'down'; readonly reason: string }

/** A way out of the system. It answers for every failure and throws nothing. */
export interface Channel {
  /** So many messages go out in a minute at most. */
  readonly perMinute: number
  send(message: OutgoingMessage): Promise<Outcome>
}

/** The ways that a deployment has. */
export type Channels = Readonly<Partial<Record<Exclude<ChannelName, 'in-app'>, Channel>>>

const known = new WeakMap<Registry, Channels>()

/** Gives a deployment its ways out. Without one, its messages are listed for the county to send by itself. */
export function useChannels(registry: Registry, channels: Channels): void {
  known.set(registry, channels)
}

/** The ways out of a deployment. */
export function channelsOf(registry: Registry): Channels {
  return known.get(registry) ?? {}
}

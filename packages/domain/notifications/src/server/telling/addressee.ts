import type { Locale } from '@opendpf/messages'
import type { ChannelName, MessageState } from '../../contract/index.js'

/** A way on which somebody is told, and where the message is once it has been put down. */
export interface Way {
  readonly channel: ChannelName
  readonly state: Extract<MessageState, 'queued' | 'listed' | 'unreachable' | 'sent'>
  readonly phone: string | null
  readonly email: string | null
}

/** Somebody who is told something. */
export interface Addressee {
  readonly kind: 'person' | 'guardian' | 'user'
  readonly id: string
  readonly name: string
  readonly language: Locale
  readonly person: string | null
  /** The user of the system. */
  readonly holder: string | null
  /** 12 digits: where the message lies. */
  readonly division: string
  readonly ways: readonly Way[]
}

import type { AuditDraft, Session } from '@opendpf/database'
import type { Actor } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import type { Platform } from '../platform/platform.js'
import type { Speech } from './draft.js'
import type { Origin } from './write-session.js'

/** What the checks of a change work with. */
export interface PrepareOptions {
  readonly platform: Platform
  readonly session: Session
  readonly actor: Actor
  readonly speech: Speech
  readonly origin: Origin
  readonly context: () => ModuleContext
  /** What this transaction has done so far. */
  readonly done: () => readonly AuditDraft[]
}

import type { Session } from '@opendpf/database'
import type { Actor } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import type { WriteSession } from '../write/write-session.js'

/** Work that somebody wants to be done. */
export interface JobRequest {
  /** `<module>.<job>` */
  readonly job: string
  readonly input: unknown
  readonly actor: Actor
  readonly locale?: Locale
  /** Where its row lies, if not in the territory of the actor. */
  readonly division?: string
}

/** Where jobs are put within a transaction. */
export interface JobQueue {
  /** Queues a job in a running transaction: it is there only if that commits. */
  queueIn(write: WriteSession, session: Session, request: JobRequest): Promise<string>
  /** Has this process look for work now, after a transaction with a queued job was committed. */
  wake(): void
}

import type { Clock } from '@opendpf/standards'
import type { Sessions } from '../authenticator/sessions.js'
import type { AccessConfig } from '../config.js'
import type { Engine } from '../engine/engine.js'
import type { AccessKysely } from '../tables.js'
import type { Attempts } from './attempts.js'
import type { RecordEvent } from './events.js'
import type { Passwords } from './passwords.js'

/** What every step of signing in works with. */
export interface SignInParts {
  readonly db: AccessKysely
  readonly clock: Clock
  readonly config: AccessConfig
  readonly engine: Engine
  readonly sessions: Sessions
  readonly attempts: Attempts
  readonly record: RecordEvent
  readonly passwords: Passwords
}

/** Where a request comes from and in which language it wants its answer. */
export interface Caller {
  readonly headers: Headers
  readonly address: string
  readonly locale: 'zh-CN' | 'en'
}

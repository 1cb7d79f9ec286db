import type { Actor, Registry } from '@opendpf/kit'
import type { Clock } from '@opendpf/standards'
import type { SessionState } from '../../contract/index.js'
import { listen } from '../changes.js'
import type { AccessConfig } from '../config.js'
import type { Engine, FoundSession } from '../engine/engine.js'
import type { AccessKysely } from '../tables.js'
import type { Account } from './account.js'
import { actorOf, loadAccount } from './account.js'
import { createCache } from './cache.js'
import { readCookie } from './cookie.js'
import { roleSetsOf } from './role-sets.js'
import { stateOf } from './state.js'

/** Who is asking, and how far his sign-in has come. */
export interface Session {
  readonly actor: Actor
  readonly state: SessionState
  readonly sessionId: string
  /** Whether a browser sends the credential by itself, so that a change needs proof that our own page asked for it. */
  readonly isCookie: boolean
  readonly account: Account
}

export interface Sessions {
  /** The session of a browser, from memory if it was looked at within the last seconds. */
  find(headers: Headers): Promise<Session | undefined>
  /** Looks at the database again when this browser comes next. */
  forget(headers: Headers): void
  close(): void
}

export interface SessionsOptions {
  readonly db: AccessKysely
  readonly clock: Clock
  readonly config: AccessConfig
  readonly engine: Engine
  readonly registry: Registry
}

/** How long another process may believe what is no longer true. */
export const believedFor = 10_000
/** How often a visit is written down. Sessions end by idleness this much too early at most. */
const seenEvery = 60_000
const minute = 60_000

interface Entry {
  readonly session: Session
  readonly found: FoundSession
  seenAt: number
}

/** Finds sessions by cookie, with a memory of their actors. */
export function createSessions({ db, clock, config, engine, registry }: SessionsOptions): Sessions {
  const sets = roleSetsOf(registry)
  const now = (): number => clock.now().getTime()
  const cache = createCache<Entry>({ now, milliseconds: believedFor })
  const stop = listen(cache.changed)

  const hasEnded = ({ session, found, seenAt }: Entry): boolean => {
    const isPending = session.state === 'second-factor' || session.state === 'enrol-second-factor'
    return (
      now() >= found.expiresAt.getTime() ||
      now() - seenAt >= config.idleMinutes * minute ||
      (isPending && now() - found.createdAt.getTime() >= config.pendingMinutes * minute)
    )
  }
  const end = async (id: string): Promise<undefined> => {
    await db.deleteFrom('auth_session').where('id', '=', id).execute()
  }

  const look = async (headers: Headers): Promise<Entry | undefined> => {
    const found = await engine.findSession(headers)
    if (!found) return undefined
    const account = await loadAccount(db, found.userId, sets)
    if (!account) return end(found.id)
    const state = stateOf({ account, session: found, policy: config.passwords, now: clock.now() })
    const session: Session = {
      actor: actorOf(account, state === 'signed-in'),
      state,
      sessionId: found.id,
      isCookie: true,
      account,
    }
    const entry: Entry = { session, found, seenAt: found.seenAt.getTime() }
    if (hasEnded(entry)) return end(found.id)
    if (now() - entry.seenAt >= seenEvery)
      await db.updateTable('auth_session').set({ seen_at: clock.now() }).where('id', '=', found.id).execute()
    return entry
  }

  return {
    async find(headers) {
      const cookie = readCookie(headers, engine.cookieName)
      if (cookie === undefined) return undefined
      const entry = await cache.get(cookie, async () => {
        const found = await look(headers)
        return found && { value: found, concerns: [found.session.actor.id] }
      })
      if (!entry) return undefined
      if (hasEnded(entry)) {
        cache.forget(cookie)
        return end(entry.found.id)
      }
      entry.seenAt = now()
      return entry.session
    },
    forget(headers) {
      const cookie = readCookie(headers, engine.cookieName)
      if (cookie !== undefined) cache.forget(cookie)
    },
    close: stop,
  }
}

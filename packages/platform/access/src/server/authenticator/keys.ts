import { createHash } from 'node:crypto'
import type { Actor, Registry } from '@opendpf/kit'
import { covers, isScopeWithin, scopeOfDivision } from '@opendpf/kit'
import type { Clock } from '@opendpf/standards'
import { todayIn } from '@opendpf/standards'
import { sql } from 'kysely'
import { mayHold } from '../../contract/index.js'
import { listen } from '../changes.js'
import { instantOf } from '../instants.js'
import type { AccessKysely } from '../tables.js'
import { loadAccount } from './account.js'
import { createCache } from './cache.js'
import { roleSetsOf } from './role-sets.js'
import type { Session } from './sessions.js'
import { believedFor } from './sessions.js'

/** What a key looks like: a prefix that scanners know, and 256 random bits. */
export const keyPrefix = 'dpf_'

/** How a key is kept. It is random enough that a plain hash cannot be guessed back. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}

export interface Keys {
  find(key: string): Promise<Session | undefined>
  /** The actor of a key by the key's id, for work it asked for earlier. */
  actorOf(id: string): Promise<Actor | undefined>
  close(): void
}

const usedEvery = 5 * 60_000

/**
 * Finds the actors of API keys, with a memory. A key never does more than its holder may do now, and no administration at all: that
 * is for persons, who cannot act on themselves.
 */
export function createKeys({
  db,
  clock,
  registry,
}: {
  readonly db: AccessKysely
  readonly clock: Clock
  readonly registry: Registry
}): Keys {
  const sets = roleSetsOf(registry)
  const cache = createCache<Session>({ now: () => clock.now().getTime(), milliseconds: believedFor })
  const stop = listen(cache.changed)

  const look = async (by: { readonly hash: string } | { readonly id: string }): Promise<Session | undefined> => {
    const row = await db
      .selectFrom('auth_api_key as h')
      .innerJoin('access_api_key as k', 'k.id', 'h.id')
      .select(['k.id', 'k.name', 'k.holder', 'k.division', 'k.permissions', 'k.is_revoked', 'h.last_used_at'])
      .select(sql<string>`k.expires_on::text`.as('expires'))
      .where('hash' in by ? 'h.hash' : 'h.id', '=', 'hash' in by ? by.hash : by.id)
      .executeTakeFirst()
    if (!row?.division || row.is_revoked || row.expires < todayIn(clock)) return undefined
    const account = await loadAccount(db, row.holder, sets)
    const scope = scopeOfDivision(row.division)
    if (!account || !isScopeWithin(scope, account.scope)) return undefined
    const now = clock.now()
    if (row.last_used_at === null || now.getTime() - instantOf(row.last_used_at).getTime() >= usedEvery) {
      await db.updateTable('auth_api_key').set({ last_used_at: now }).where('id', '=', row.id).execute()
    }
    const permissions = new Set(
      [...account.permissions].filter(
        (permission) =>
          mayHold('business', permission) && row.permissions.some((pattern) => covers(pattern, permission)),
      ),
    )
    return {
      actor: { id: row.id, name: row.name, kind: 'api-key', scope, permissions },
      state: 'signed-in',
      sessionId: row.id,
      isCookie: false,
      account,
    }
  }

  return {
    async find(key) {
      if (!key.startsWith(keyPrefix)) return undefined
      const hash = hashKey(key)
      return cache.get(hash, async () => {
        const session = await look({ hash })
        return session && { value: session, concerns: [session.actor.id, session.account.id] }
      })
    },
    actorOf: async (id) => (await look({ id }))?.actor,
    close: stop,
  }
}

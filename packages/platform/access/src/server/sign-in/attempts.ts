import { createHmac } from 'node:crypto'
import { OpenDpfError } from '@opendpf/errors'
import type { Clock } from '@opendpf/standards'
import { sql } from 'kysely'
import type { AccessConfig } from '../config.js'
import { instantOf } from '../instants.js'
import type { AccessKysely } from '../tables.js'

/** Counts attempts to sign in, in the database: all processes see the same count, and a restart forgives nothing. */
export interface Attempts {
  /** Counts an attempt of an account before its password is looked at, so that many at once are no way around the limit. @throws OpenDpfError `locked-out` */
  begin(account: string): Promise<void>
  /** The attempt failed. Answers whether the account is locked now. */
  fail(account: string): Promise<boolean>
  succeed(account: string): Promise<void>
  /** @throws OpenDpfError `too-many-requests` while an address with many failures has to wait */
  admit(address: string): Promise<void>
  failAt(address: string): Promise<void>
  /** Removes what no longer counts. */
  sweep(): Promise<void>
}

/** The key under which a known user's attempts are counted. */
export const userKey = (id: string): string => `user:${id}`

/**
 * The key under which a user's codes are counted: apart, so that a right password, which whoever guesses codes has, forgives none of
 * the guesses.
 */
export const factorKey = (id: string): string => `factor:${id}`

/** The key of a name nobody has. The name is not kept: people type passwords into this field. */
export const unknownKey = (username: string, secret: string): string =>
  `name:${createHmac('sha256', secret).update(username).digest('base64url')}`

const minute = 60_000
const doublings = 20

/** Makes the counter. */
export function createAttempts(options: {
  readonly db: AccessKysely
  readonly clock: Clock
  readonly limits: AccessConfig['lockOut']
}): Attempts {
  const { db, clock, limits } = options
  const windowStart = (now: Date): Date => new Date(now.getTime() - limits.windowMinutes * minute)
  const lockEnd = (now: Date): Date => new Date(now.getTime() + limits.lockMinutes * minute)

  const count = async (key: string, most: number | undefined) => {
    const now = clock.now()
    const isLocked = sql<boolean>`auth_attempt.locked_until > ${now}`
    const isOver = sql<boolean>`(auth_attempt.locked_until <= ${now} or auth_attempt.since <= ${windowStart(now)})`
    const locks = most === undefined ? sql<boolean>`false` : sql<boolean>`auth_attempt.count >= ${most}`
    const row = await db
      .insertInto('auth_attempt')
      .values({ key, count: 1, since: now, last_at: now, locked_until: null })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({
          count: sql`case when ${isLocked} then auth_attempt.count when ${isOver} then 1 else auth_attempt.count + 1 end`,
          since: sql`case when ${isLocked} then auth_attempt.since when ${isOver} then ${now} else auth_attempt.since end`,
          locked_until: sql`case when ${isLocked} then auth_attempt.locked_until when ${isOver} then null when ${locks} then ${lockEnd(now)}::timestamptz end`,
          last_at: now,
        }),
      )
      .returning('locked_until')
      .executeTakeFirstOrThrow()
    return { now, lockedUntil: row.locked_until === null ? undefined : instantOf(row.locked_until) }
  }

  return {
    async begin(account) {
      const { now, lockedUntil } = await count(account, limits.failures)
      if (!lockedUntil) return
      throw new OpenDpfError('locked-out', {
        params: { minutes: Math.ceil((lockedUntil.getTime() - now.getTime()) / minute) },
      })
    },
    async fail(account) {
      const now = clock.now()
      const { numUpdatedRows } = await db
        .updateTable('auth_attempt')
        .set({ locked_until: lockEnd(now) })
        .where('key', '=', account)
        .where('count', '>=', limits.failures)
        .where('locked_until', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0
    },
    async succeed(account) {
      await db.deleteFrom('auth_attempt').where('key', '=', account).execute()
    },
    async admit(address) {
      const now = clock.now()
      const row = await db
        .selectFrom('auth_attempt')
        .select(['count', 'last_at'])
        .where('key', '=', `address:${address}`)
        .where('since', '>', windowStart(now))
        .executeTakeFirst()
      const beyond = (row?.count ?? 0) - limits.addressFailures
      if (!row || beyond < 0) return
      const seconds = Math.min(2 ** Math.min(beyond, doublings), limits.addressWaitSeconds)
      const left = instantOf(row.last_at).getTime() + seconds * 1000 - now.getTime()
      if (left > 0) throw new OpenDpfError('too-many-requests', { params: { seconds: Math.ceil(left / 1000) } })
    },
    async failAt(address) {
      await count(`address:${address}`, undefined)
    },
    async sweep() {
      const now = clock.now()
      await db
        .deleteFrom('auth_attempt')
        .where('last_at', '<=', windowStart(now))
        .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', now)]))
        .execute()
    },
  }
}

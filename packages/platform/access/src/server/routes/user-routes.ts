import { OpenDpfError } from '@opendpf/errors'
import type { FieldOf, RowOf } from '@opendpf/kit'
import { isScopeWithin } from '@opendpf/kit'
import type { ModuleContext, RouteEnv, RouteKit } from '@opendpf/kit/server'
import type { Hono } from 'hono'
import { uuidv7 } from 'uuidv7'
import { access } from '../../contract/index.js'
import { announce } from '../changes.js'
import { scopeOfUser } from '../hooks/scope-of-user.js'
import { instantOf } from '../instants.js'
import { factorKey, userKey } from '../sign-in/attempts.js'
import { firstPassword } from '../sign-in/password-policy.js'
import { passwords } from '../sign-in/passwords.js'
import type { AccessKysely } from '../tables.js'
import { shownOnce } from './shown-once.js'

const { user } = access.records

/** What an administrator sees of a user's sign-in, and what he can do about it. */
export function userRoutes({ router, can }: RouteKit): Hono<RouteEnv> {
  const routes = router()

  routes.get('/users/:id/sign-in', can('user.read'), async (c) =>
    c.json(await c.var.transaction(async (context) => describe(await findUser(context, c.req.param('id')), context))),
  )
  routes.post('/users/:id/reset-password', can('user.resetPassword'), async (c) => {
    const password = await shownOnce('user.resetPassword', (show) =>
      c.var.transaction(async (context) =>
        show(await resetPassword(context, await findOther(context, c.req.param('id')))),
      ),
    )
    return c.json({ password })
  })
  routes.post('/users/:id/unlock', can('user.unlock'), async (c) => {
    await c.var.transaction(async (context) => {
      const row = await findUser(context, c.req.param('id'))
      await note(context, row, 'unlockedAt')
      await authOf(context)
        .deleteFrom('auth_attempt')
        .where('key', 'in', [userKey(row.id), factorKey(row.id)])
        .execute()
    })
    return c.body(null, 204)
  })
  routes.post('/users/:id/reset-second-factor', can('user.resetSecondFactor'), async (c) => {
    await c.var.transaction(async (context) => {
      const row = await findOther(context, c.req.param('id'))
      await note(context, row, 'secondFactorResetAt')
      const db = authOf(context)
      await db.deleteFrom('auth_two_factor').where('user_id', '=', row.id).execute()
      await db.deleteFrom('auth_attempt').where('key', '=', factorKey(row.id)).execute()
      await db.updateTable('auth_user').set({ two_factor_enabled: false }).where('id', '=', row.id).execute()
      await endSessions(context, row.id)
    })
    return c.body(null, 204)
  })
  return routes
}

const authOf = (context: ModuleContext): AccessKysely => context.db as AccessKysely

/** A user in the actor's territory, whose own territory is not larger. */
async function findUser({ read, actor }: ModuleContext, id: string): Promise<RowOf<typeof user>> {
  const row = await read.one(user, id)
  if (!row) throw new OpenDpfError('not-found')
  if (!isScopeWithin(scopeOfUser(row), actor.scope)) throw new OpenDpfError('not-found')
  return row
}

/** Nobody resets what protects his own account: he would do without what he is asked for. */
async function findOther(context: ModuleContext, id: string): Promise<RowOf<typeof user>> {
  const row = await findUser(context, id)
  if (row.id === context.actor.id)
    throw new OpenDpfError('permission-denied', { params: { needed: 'access:user.resetPassword' } })
  return row
}

/** Leaves a version in the history and an entry in the audit log. */
async function note(
  { write, clock }: ModuleContext,
  row: RowOf<typeof user>,
  field: FieldOf<typeof user>,
): Promise<void> {
  await write.update(user, { id: row.id, version: row.version, values: { [field]: clock.now().toISOString() } })
}

async function endSessions(context: ModuleContext, id: string): Promise<void> {
  await authOf(context).deleteFrom('auth_session').where('user_id', '=', id).execute()
  announce([id])
}

/**
 * Gives a user a random first password, which he must change unless told otherwise. His sessions end and a lock is lifted.
 *
 * @returns the password, for the only time
 */
export async function resetPassword(
  context: ModuleContext,
  row: RowOf<typeof user>,
  mustChange = true,
): Promise<string> {
  const db = authOf(context)
  const now = context.clock.now()
  const password = firstPassword()
  const hash = await passwords.hash(password)
  await note(context, row, 'passwordResetAt')
  await db
    .insertInto('auth_account')
    .values({
      id: uuidv7(),
      account_id: row.id,
      provider_id: 'credential',
      user_id: row.id,
      password: hash,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password: hash, updated_at: now }),
    )
    .execute()
  await db
    .updateTable('auth_user')
    .set({ must_change_password: mustChange, password_changed_at: now, updated_at: now })
    .where('id', '=', row.id)
    .execute()
  await db.deleteFrom('auth_attempt').where('key', '=', userKey(row.id)).execute()
  await endSessions(context, row.id)
  return password
}

async function describe(row: RowOf<typeof user>, context: ModuleContext) {
  const now = context.clock.now()
  const found = await authOf(context)
    .selectFrom('auth_user as a')
    .leftJoin('auth_two_factor as f', 'f.user_id', 'a.id')
    .leftJoin('auth_account as c', (join) =>
      join.onRef('c.user_id', '=', 'a.id').on('c.provider_id', '=', 'credential'),
    )
    .select(['a.last_sign_in_at', 'a.must_change_password', 'f.verified', 'c.id as credential'])
    .select((eb) =>
      eb
        .selectFrom('auth_attempt as t')
        .select(({ fn }) => fn.max('t.locked_until').as('until'))
        .where('t.key', 'in', [userKey(row.id), factorKey(row.id)])
        .as('locked_until'),
    )
    .where('a.id', '=', row.id)
    .executeTakeFirst()
  const iso = (value: Date | string | null | undefined): string | null =>
    value == null ? null : instantOf(value).toISOString()
  const lockedUntil = iso(found?.locked_until)
  return {
    lastSignInAt: iso(found?.last_sign_in_at),
    hasPassword: found?.credential != null,
    mustChangePassword: found?.must_change_password ?? false,
    hasSecondFactor: found?.verified === true,
    lockedUntil: lockedUntil !== null && lockedUntil > now.toISOString() ? lockedUntil : null,
  }
}

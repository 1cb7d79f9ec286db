import { OpenDpfError } from '@opendpf/errors'
import type { Actor, RowOf } from '@opendpf/kit'
import { isScopeWithin } from '@opendpf/kit'
import type { Draft, RecordHooks } from '@opendpf/kit/server'
import { access, isUsername, normaliseUsername } from '../../contract/index.js'
import { announce } from '../changes.js'
import { internalAddress } from '../engine/internal-address.js'
import type { AccessKysely } from '../tables.js'
import { canBePosting, scopeOfUser } from './scope-of-user.js'

const { user } = access.records
type User = RowOf<typeof user>
type UserDraft = Draft<typeof user>

/** Who may be made a user and by whom, and what of him the sign-in tables must know. */
export const userHooks: RecordHooks<typeof user> = {
  prepare(draft, { actor }) {
    const { values, before } = draft
    values.username = normaliseUsername(values.username)
    if (!isUsername(values.username)) draft.refuse('username', 'user.problem.username')
    if (!values.isEverywhere && !canBePosting(values.division)) draft.refuse('division', 'user.problem.level')
    for (const side of before ? [before, values] : [values]) {
      if (isScopeWithin(scopeOfUser(side), actor.scope)) continue
      draft.refuse('isEverywhere', 'user.problem.everywhere')
      break
    }
    if (before?.id === actor.id) refuseOwnChange(draft)
  },
  async check(drafts, { db }) {
    const renamed = drafts.filter(({ before, values }) => before?.username !== values.username)
    if (renamed.length === 0) return
    // no row security here: a name is taken in all counties
    const taken = await (db as AccessKysely)
      .selectFrom('auth_user')
      .select(['id', 'username'])
      .where(
        'username',
        'in',
        renamed.map(({ values }) => values.username),
      )
      .execute()
    const owners = new Map(taken.map(({ id, username }) => [username, id]))
    for (const draft of renamed) {
      const { username } = draft.values
      const owner = owners.get(username)
      if (owner !== undefined && owner !== draft.before?.id)
        draft.refuse('username', 'user.problem.usernameTaken', { username })
      else owners.set(username, draft.before?.id ?? 'an earlier row')
    }
  },
  async after(changes, { actor, clock, db }) {
    const kysely = db as AccessKysely
    for (const { before, row } of changes) {
      if (row) await mirror(row, kysely, clock.now())
      else if (before) refuseRemoval(before, actor)
    }
    // a removed user leaves no way in behind: restored, he needs a new first password
    const removed = changes.flatMap(({ before, row }) => (row === undefined && before ? [before.id] : []))
    if (removed.length > 0) await kysely.deleteFrom('auth_user').where('id', 'in', removed).execute()
    const disabled = changes.flatMap(({ row }) => (row?.isDisabled ? [row.id] : []))
    if (disabled.length > 0) await kysely.deleteFrom('auth_session').where('user_id', 'in', disabled).execute()
    announce(changes.map(({ before, row }) => row?.id ?? before?.id ?? ''))
  },
}

function refuseOwnChange(draft: UserDraft): void {
  for (const field of ['division', 'isEverywhere', 'isDisabled'] as const) {
    if ((draft.before?.[field] ?? null) !== (draft.values[field] ?? null)) draft.refuse(field, 'user.problem.self')
  }
}

/** A removal is checked by nothing else than permission and division. */
function refuseRemoval(before: User, actor: Actor): void {
  if (before.id !== actor.id && isScopeWithin(scopeOfUser(before), actor.scope)) return
  throw new OpenDpfError('permission-denied', { params: { needed: 'access:user.remove' } })
}

/** What the sign-in library must know of a user. */
async function mirror({ id, username, name }: User, db: AccessKysely, now: Date): Promise<void> {
  await db
    .insertInto('auth_user')
    .values({
      id,
      username,
      name,
      email: internalAddress(id),
      email_verified: true,
      image: null,
      two_factor_enabled: false,
      must_change_password: false,
      password_changed_at: null,
      last_sign_in_at: null,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ username, name, updated_at: now }))
    .execute()
}

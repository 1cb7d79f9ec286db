import type { Actor, Scope } from '@opendpf/kit'
import { scopeOfDivision } from '@opendpf/kit'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { RoleKind } from '../../contract/index.js'
import { instantOf } from '../instants.js'
import type { AccessKysely } from '../tables.js'
import type { RoleRow, RoleSets } from './role-sets.js'

/** A user with everything that follows from his grants, as of one look at the database. */
export interface Account {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly division: string
  readonly scope: Scope
  readonly roles: readonly { readonly id: string; readonly title: string; readonly titleEn: string | null }[]
  readonly permissions: ReadonlySet<string>
  readonly needsSecondFactor: boolean
  readonly hasSecondFactor: boolean
  readonly mustChangePassword: boolean
  readonly passwordChangedAt: Date | undefined
}

/** Reads an account; undefined when the user is removed or disabled. One query. */
export async function loadAccount(db: AccessKysely, id: string, sets: RoleSets): Promise<Account | undefined> {
  const row = await db
    .selectFrom('access_user as u')
    .innerJoin('auth_user as a', 'a.id', 'u.id')
    .leftJoin('auth_two_factor as f', 'f.user_id', 'u.id')
    .select(['u.id', 'u.username', 'u.name', 'u.division', 'u.is_everywhere', 'u.is_disabled'])
    .select(['a.must_change_password', 'a.password_changed_at', 'f.verified'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('access_grant as g')
          .innerJoin('access_role as r', 'r.id', 'g.role')
          .select(['r.id', 'r.title', 'r.title_en', 'r.kind', 'r.permissions', 'r.needs_second_factor', 'r.shipped_as'])
          .whereRef('g.holder', '=', 'u.id')
          .orderBy('r.title'),
      ).as('roles'),
    )
    .where('u.id', '=', id)
    .executeTakeFirst()
  if (!row?.division || row.is_disabled) return undefined
  const roles = row.roles as readonly RoleRow[]
  // kept apart when roles are granted; a database that says otherwise was tampered with, and then nobody gains by it
  const isSound = new Set<RoleKind>(roles.map(({ kind }) => kind)).size <= 1
  const held = isSound ? roles.map((role) => sets.of(role)) : []
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    division: row.division,
    scope: row.is_everywhere ? { level: 'all' } : scopeOfDivision(row.division),
    roles: roles.map((role) => ({ id: role.id, title: role.title, titleEn: role.title_en })),
    permissions: new Set(held.flatMap(({ permissions }) => [...permissions])),
    needsSecondFactor: held.some(({ needsSecondFactor }) => needsSecondFactor),
    hasSecondFactor: row.verified === true,
    mustChangePassword: row.must_change_password,
    passwordChangedAt: row.password_changed_at === null ? undefined : instantOf(row.password_changed_at),
  }
}

const nothing: ReadonlySet<string> = new Set()

/** The account as an actor: without any permission until the sign-in is complete. */
export function actorOf(account: Account, isSignedIn: boolean): Actor {
  return {
    id: account.id,
    name: account.name,
    kind: 'user',
    scope: account.scope,
    permissions: isSignedIn ? account.permissions : nothing,
  }
}

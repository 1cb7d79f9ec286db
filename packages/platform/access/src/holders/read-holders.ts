import type { Place, Scope } from '@opendpf/kit'
import { isWithinScope } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { type RoleRow, roleSetsOf } from '../server/authenticator/role-sets.js'
import { scopeOfUser } from '../server/hooks/scope-of-user.js'

/** A user who may do something somewhere. */
export interface Holder {
  readonly id: string
  readonly name: string
  /** The posting. */
  readonly division: string
  readonly scope: Scope
}

/** Who may do something with a row that lies at a place, by id. */
export type FindHolders = (permission: string, place: Place) => readonly Holder[]

interface FoundUser {
  readonly id: string
  readonly name: string
  readonly division: string
  readonly isEverywhere: boolean | null
  readonly roles: readonly RoleRow[]
}

/**
 * Reads who works in some counties, in one query, to tell who may do what there: for code that has to turn to people, and not for letting
 * anybody in. It has to run as the platform itself, which sees every user.
 */
export async function readHolders(
  { db, registry }: Pick<ModuleContext, 'db' | 'registry'>,
  counties: readonly (string | null)[],
): Promise<FindHolders> {
  const { rows } = await sql<FoundUser>`
    select u.id, u.name, u.division, u.is_everywhere as "isEverywhere", jsonb_agg(jsonb_build_object(
      'id', r.id, 'title', r.title, 'title_en', r.title_en, 'kind', r.kind, 'permissions', r.permissions,
      'needs_second_factor', r.needs_second_factor, 'shipped_as', r.shipped_as)) as roles
    from access_user u join access_grant g on g.holder = u.id join access_role r on r.id = g.role
    where u.is_disabled is not true
      and (u.is_everywhere or u.county = any(${counties.filter((county) => county !== null)}::text[]))
    group by u.id order by u.id`.execute(db)
  const sets = roleSetsOf(registry)
  const users = rows.map(({ roles, isEverywhere, ...user }) => {
    // roles of several kinds are kept apart when they are granted: who has them all the same does nothing with them
    const isSound = new Set(roles.map(({ kind }) => kind)).size === 1
    const held = isSound ? roles.flatMap((role) => [...sets.of(role).permissions]) : []
    const scope = scopeOfUser({ division: user.division, isEverywhere })
    return { holder: { ...user, scope }, permissions: new Set(held) }
  })
  return (permission, place) =>
    users
      .filter(({ holder, permissions }) => permissions.has(permission) && isWithinScope(holder.scope, place))
      .map(({ holder }) => holder)
}

import { access, mayHold, permissionsOf, shippedPatterns, shippedRoles } from '@opendpf/access'
import type { Module } from '@opendpf/kit'
import { covers, createRegistry } from '@opendpf/kit'
import { places } from '../../server/divisions.js'
import type { Call } from '../../server/test-server.js'
import type { Subject } from '../subject.js'

/** Somebody who holds one shipped role at one post. */
export interface RoleViewer {
  /** `town-clerk at 990121100000`, for findings. */
  readonly name: string
  readonly id: string
  readonly at: string
  /** Whether the role is asked at no post before this one. */
  readonly isFirstPost: boolean
  readonly held: ReadonlySet<string>
  readonly call: Call
  /** Villages outside the post, nearest first. */
  readonly elsewhere: readonly string[]
}

const posts = [
  { at: places.county, elsewhere: [places.neighbourVillage] },
  { at: places.town, elsewhere: [places.streetVillage, places.neighbourVillage] },
] as const

/** Every shipped role at a county's and at a town's desk, with the permissions that it comes to in this deployment. */
export function roleViewers({ server }: Subject): readonly RoleViewer[] {
  const { registry } = server.platform
  // patterns of roles also name permissions of the module `access`, which a module's own test need not start
  const known = registry.modules.some(({ id }) => id === access.id)
    ? registry.permissions
    : createRegistry([...registry.modules, access as unknown as Module]).permissions
  const present = new Set(registry.permissions)
  return shippedRoles.flatMap((role) => {
    const { kind, permissions } = shippedPatterns(role, registry)
    // a grant of what does not exist is a finding of the check of permissions
    const patterns = permissions.filter((pattern) =>
      known.some((permission) => covers(pattern, permission) && mayHold(kind, permission)),
    )
    const held = new Set([...permissionsOf({ kind, permissions: patterns }, known)].filter((one) => present.has(one)))
    return posts.map(({ at, elsewhere }, index) => {
      const id = `${role.id}-${at}`
      const name = `${role.id} at ${at}`
      return { name, id, at, isFirstPost: index === 0, held, elsewhere, call: server.as({ id, at, may: [...held] }) }
    })
  })
}

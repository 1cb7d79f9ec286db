import type { Registry } from '@opendpf/kit'
import {
  checkShippedRoles,
  forcesSecondFactor,
  permissionsOf,
  type RoleKind,
  shippedPatterns,
  shippedRole,
  UnknownPatternError,
} from '../../contract/index.js'

/** A role's row, as far as it decides what its holders may do. */
export interface RoleRow {
  readonly id: string
  readonly title: string
  readonly title_en: string | null
  readonly kind: RoleKind
  readonly permissions: readonly string[]
  readonly needs_second_factor: boolean | null
  readonly shipped_as: string | null
}

/** What a role comes to in this deployment. */
export interface RoleSet {
  readonly permissions: ReadonlySet<string>
  readonly needsSecondFactor: boolean
}

/** Expands roles into permissions, once per set of patterns. */
export interface RoleSets {
  of(role: Pick<RoleRow, 'kind' | 'permissions' | 'needs_second_factor' | 'shipped_as'>): RoleSet
}

type Known = Pick<Registry, 'modules' | 'permissions'>

const made = new WeakMap<Known, RoleSets>()

/**
 * The role sets of a deployment. The shipped roles are checked first.
 *
 * @throws Error when a shipped role names a permission that no module has
 */
export function roleSetsOf(registry: Known): RoleSets {
  const known = made.get(registry)
  if (known) return known
  checkShippedRoles(registry)
  const sets = createRoleSets(registry)
  made.set(registry, sets)
  return sets
}

const most = 1000

function createRoleSets(registry: Known): RoleSets {
  const cache = new Map<string, RoleSet>()
  return {
    of({ kind, permissions: patterns, needs_second_factor, shipped_as }) {
      const key = JSON.stringify([kind, patterns, needs_second_factor, shipped_as])
      const cached = cache.get(key)
      if (cached) return cached
      const shipped = shipped_as === null ? undefined : shippedRole(shipped_as)
      // a row that names a shipped role this version does not have grants nothing
      const permissions = shipped
        ? permissionsOf(shippedPatterns(shipped, registry), registry.permissions)
        : shipped_as === null
          ? patterns.reduce(
              (held, pattern) => addCovered(held, { kind, pattern, known: registry.permissions }),
              new Set<string>(),
            )
          : new Set<string>()
      const set = {
        permissions,
        needsSecondFactor:
          needs_second_factor === true || shipped?.needsSecondFactor === true || forcesSecondFactor(permissions),
      }
      if (cache.size >= most) cache.clear()
      cache.set(key, set)
      return set
    },
  }
}

/** A deployment's own role may name a module that is no longer there: it then grants less, and the server still starts. */
function addCovered(
  held: Set<string>,
  { kind, pattern, known }: { readonly kind: RoleKind; readonly pattern: string; readonly known: readonly string[] },
): Set<string> {
  try {
    for (const permission of permissionsOf({ kind, permissions: [pattern] }, known)) held.add(permission)
  } catch (error) {
    if (!(error instanceof UnknownPatternError)) throw error
  }
  return held
}

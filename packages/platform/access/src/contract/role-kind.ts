import { covers } from '@opendpf/kit'

/**
 * What a role is for. Business is the federation's work; the other three run the system, keep its accounts and look at its logs, and
 * stay apart from each other and from business (GB/T 22239-2019, 8.1.4.2 and 8.1.5).
 */
export const roleKinds = ['business', 'system', 'security', 'audit'] as const

export type RoleKind = (typeof roleKinds)[number]

/** The modules that are about the system itself. A wildcard over modules never reaches them. */
const administrativeModules: ReadonlySet<string> = new Set(['access', 'system'])

/** What of these two modules belongs to everyday work: places, periods, one's own imports, exports and their jobs, and one's own API key. */
const everydayPatterns = [
  'system:division.read',
  'system:job.read',
  'system:job.cancel',
  'system:import.*',
  'system:export.*',
  'system:deadline.*',
  'system:limit.*',
  'access:apiKey.read',
  'access:apiKey.issue',
]

/** Who looked at what, and who changed what: for auditors alone. */
const auditPatterns = [
  'system:audit.*',
  'access:signInLog.*',
  'access:*.history',
  'access:*.reveal',
  'system:*.history',
  'system:*.reveal',
]

/** Imports, exports and deadlines carry business data, so that the system administrator does without. */
const workPatterns = ['system:import.*', 'system:export.*', 'system:deadline.*', 'system:limit.*']

const coveredBy = (patterns: readonly string[], permission: string): boolean =>
  patterns.some((pattern) => covers(pattern, permission))

/** Whether the permission is about the system itself rather than about the federation's work. */
export function isAdministrative(permission: string): boolean {
  return administrativeModules.has(moduleOf(permission))
}

/** Whether a role of the kind may hold the permission at all, whatever its patterns say. */
export function mayHold(kind: RoleKind, permission: string): boolean {
  if (!isAdministrative(permission)) return kind === 'business'
  const isAudit = coveredBy(auditPatterns, permission)
  const isEveryday = coveredBy(everydayPatterns, permission)
  switch (kind) {
    case 'business':
      return isEveryday && !isAudit
    case 'audit':
      return isAudit
    case 'security':
      return !isAudit && (moduleOf(permission) === 'access' || permission === 'system:division.read')
    case 'system':
      return !isAudit && moduleOf(permission) === 'system' && !coveredBy(workPatterns, permission)
  }
}

function moduleOf(permission: string): string {
  return permission.split(':')[0] ?? ''
}

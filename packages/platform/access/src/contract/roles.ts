import type { Registry } from '@opendpf/kit'
import { covers } from '@opendpf/kit'
import type { RoleKind } from './role-kind.js'
import { isAdministrative, mayHold } from './role-kind.js'

/** A role that comes with the platform. Its patterns are code: nobody can change them, and an update of the platform updates them. */
export interface ShippedRole {
  readonly id: string
  readonly kind: RoleKind
  readonly title: { readonly 'zh-CN': string; readonly en: string }
  readonly description: { readonly 'zh-CN': string; readonly en: string }
  /** What it may do in every module; modules add to it by `roles` of their declaration. */
  readonly permissions: readonly string[]
  readonly needsSecondFactor: boolean
}

const role = <const Id extends string>(shipped: ShippedRole & { readonly id: Id }) => shipped

const places = 'system:division.read'
const periods = ['system:deadline.read', 'system:limit.read']
const importing = ['system:import.*', 'system:job.read', 'system:job.cancel']
const ownKey = ['access:apiKey.read', 'access:apiKey.issue']

/** The roles every deployment starts with. */
export const shippedRoles = [
  role({
    id: 'village-commissioner',
    kind: 'business',
    title: { 'zh-CN': '村专职委员', en: 'Village commissioner' },
    description: {
      'zh-CN': '查看本村（社区）的登记信息，并按各业务的规定上报。',
      en: 'Sees the records of one village and reports what each line of work asks for.',
    },
    permissions: ['*:*.read', places, ...periods],
    needsSecondFactor: false,
  }),
  role({
    id: 'town-clerk',
    kind: 'business',
    title: { 'zh-CN': '乡镇经办人', en: 'Town clerk' },
    description: {
      'zh-CN': '登记、修改和导入本乡镇的信息；敏感信息保持脱敏，不能导出。',
      en: 'Records, changes and imports what belongs to one town; sensitive values stay masked, nothing is exported.',
    },
    permissions: ['*:*.read', '*:*.create', '*:*.update', '*:*.import', '*:*.print', places, ...periods, ...importing],
    needsSecondFactor: false,
  }),
  role({
    id: 'county-clerk',
    kind: 'business',
    title: { 'zh-CN': '县级经办人', en: 'County clerk' },
    description: {
      'zh-CN': '办理全县业务，可按理由显示完整信息、申请导出；审批由县级审批人办理。',
      en: 'Does the work of the county, reveals values with a reason and asks for exports; approval is somebody else’s.',
    },
    permissions: [
      '*:*.read',
      '*:*.history',
      '*:*.reveal',
      '*:*.create',
      '*:*.update',
      '*:*.import',
      '*:*.export',
      '*:*.print',
      places,
      ...periods,
      'system:deadline.pause',
      'system:deadline.resume',
      ...importing,
      'system:export.read',
      ...ownKey,
    ],
    needsSecondFactor: true,
  }),
  role({
    id: 'county-approver',
    kind: 'business',
    title: { 'zh-CN': '县级审批人', en: 'County approver' },
    description: {
      'zh-CN': '办理和审批全县业务，包括删除、合并和批准他人申请的导出。',
      en: 'Does and approves the work of the county: removals, merges and exports that somebody else asked for included.',
    },
    permissions: ['*:*', places, 'system:deadline.*', 'system:limit.*', ...importing, 'system:export.*', ...ownKey],
    needsSecondFactor: true,
  }),
  role({
    id: 'county-leader',
    kind: 'business',
    title: { 'zh-CN': '领导', en: 'Leader' },
    description: {
      'zh-CN': '查看全县的数量和脱敏名单，不能显示完整信息，不能导出。',
      en: 'Sees counts and masked lists of the county; reveals and exports nothing.',
    },
    permissions: ['*:*.read', places, ...periods],
    needsSecondFactor: false,
  }),
  role({
    id: 'system-administrator',
    kind: 'system',
    title: { 'zh-CN': '系统管理员', en: 'System administrator' },
    description: {
      'zh-CN': '管理后台任务、区划和备份，不接触业务数据。',
      en: 'Looks after jobs, divisions and backups, and sees no business data.',
    },
    permissions: ['system:*'],
    needsSecondFactor: true,
  }),
  role({
    id: 'security-administrator',
    kind: 'security',
    title: { 'zh-CN': '安全管理员', en: 'Security administrator' },
    description: {
      'zh-CN': '管理用户、角色和接口密钥，不接触业务数据和日志。',
      en: 'Looks after users, roles and API keys, and sees neither business data nor logs.',
    },
    permissions: ['access:*', places],
    needsSecondFactor: true,
  }),
  role({
    id: 'audit-administrator',
    kind: 'audit',
    title: { 'zh-CN': '审计管理员', en: 'Audit administrator' },
    description: {
      'zh-CN': '查看操作日志、访问日志和登录日志，不做其他任何操作。',
      en: 'Reads the audit log, the access log and the sign-in log, and does nothing else.',
    },
    permissions: ['system:audit.*', 'access:signInLog.*'],
    needsSecondFactor: true,
  }),
] as const

export type ShippedRoleId = (typeof shippedRoles)[number]['id']

/** The shipped role of that id. */
export function shippedRole(id: string): ShippedRole | undefined {
  return shippedRoles.find((shipped) => shipped.id === id)
}

/** What a role may do, as its kind and patterns say. */
export interface RolePatterns {
  readonly kind: RoleKind
  readonly permissions: readonly string[]
}

/**
 * The permissions a role comes to in a deployment. A pattern with a wildcard for the module covers whatever business modules there
 * are; one that names a module must cover something the kind may hold.
 *
 * @throws Error naming the pattern that covers nothing: at start for shipped roles, as a problem of the form for others
 */
export function permissionsOf(
  { kind, permissions: patterns }: RolePatterns,
  known: readonly string[],
): ReadonlySet<string> {
  const held = new Set<string>()
  for (const pattern of patterns) {
    const isWide = (pattern.split(':')[0] ?? '').includes('*')
    const covered = known.filter(
      (permission) =>
        covers(pattern, permission) && !(isWide && isAdministrative(permission)) && mayHold(kind, permission),
    )
    if (covered.length === 0 && !isWide) throw new UnknownPatternError(pattern, kind)
    for (const permission of covered) held.add(permission)
  }
  return held
}

/** A pattern that covers nothing a role of this kind may hold. */
export class UnknownPatternError extends Error {
  override readonly name = 'UnknownPatternError'
  readonly pattern: string

  constructor(pattern: string, kind: RoleKind) {
    super(`the pattern "${pattern}" covers no permission that a role of the kind "${kind}" may hold`)
    this.pattern = pattern
  }
}

/** The patterns of a shipped role in a deployment: its own and those its modules add. */
export function shippedPatterns(shipped: ShippedRole, registry: Pick<Registry, 'modules'>): RolePatterns {
  const added = registry.modules.flatMap((module) =>
    (module.roles[shipped.id] ?? []).map((name) => `${module.id}:${name}`),
  )
  return { kind: shipped.kind, permissions: [...shipped.permissions, ...added] }
}

/** Whether a role with these permissions must have a second factor: whoever can take personal data out in clear. */
export function forcesSecondFactor(permissions: Iterable<string>): boolean {
  for (const permission of permissions) if (/\.(reveal|export)$/.test(permission)) return true
  return false
}

/**
 * Checks the shipped roles of a deployment, before it serves anybody.
 *
 * @throws Error when a pattern covers nothing, or a module grants to a role that is not shipped
 */
export function checkShippedRoles(registry: Pick<Registry, 'modules' | 'permissions'>): void {
  for (const module of registry.modules) {
    for (const id of Object.keys(module.roles)) {
      if (!shippedRole(id))
        throw new Error(`the module "${module.id}" grants permissions to the role "${id}", which is not shipped`)
    }
  }
  for (const shipped of shippedRoles) {
    const held = permissionsOf(shippedPatterns(shipped, registry), registry.permissions)
    if (forcesSecondFactor(held) && !shipped.needsSecondFactor) {
      throw new Error(`the role "${shipped.id}" may reveal or export and must need a second factor`)
    }
  }
}

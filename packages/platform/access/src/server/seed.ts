import type { ModuleContext } from '@opendpf/kit/server'
import { access, type ShippedRoleId, shippedRoles } from '../contract/index.js'
import { resetPassword } from './routes/user-routes.js'

const { user, role, grant } = access.records

/** Writes the shipped roles that are not there yet. */
export async function seedRoles({ read, write }: ModuleContext): Promise<void> {
  const present = new Set((await read.many(role, {})).map(({ shippedAs }) => shippedAs))
  const missing = shippedRoles.filter(({ id }) => !present.has(id))
  await write.createMany(
    role,
    missing.map(({ id, kind, title, description, permissions, needsSecondFactor }) => ({
      title: title['zh-CN'],
      titleEn: title.en,
      description: description['zh-CN'],
      kind,
      permissions: [...permissions],
      needsSecondFactor,
      shippedAs: id,
    })),
  )
}

/** A user to be made with his first password. */
export interface NewUser {
  readonly username: string
  readonly name: string
  /** 12 digits, a county or lower. */
  readonly division: string
  readonly roles: readonly ShippedRoleId[]
  /** Territory is the whole deployment. */
  readonly isEverywhere?: boolean
  /** Whether the first password must be changed at the first sign-in. Default true; false for made-up counties alone. */
  readonly mustChangePassword?: boolean
}

/**
 * Makes a user with shipped roles and a first password, which he must change: how a deployment gets its first administrators, from
 * the command line. The context is the platform's own.
 *
 * @returns the password, for the only time
 */
export async function createUser(
  context: ModuleContext,
  { roles: ids, mustChangePassword = true, ...values }: NewUser,
): Promise<{ readonly id: string; readonly password: string }> {
  const { read, write } = context
  const roles = new Map((await read.many(role, {})).map(({ id, shippedAs }) => [shippedAs, id]))
  const row = await write.create(user, { isEverywhere: false, ...values })
  for (const id of ids) {
    const found = roles.get(id)
    if (found === undefined) throw new Error(`the role "${id}" is not seeded`)
    await write.create(grant, { holder: row.id, role: found })
  }
  return { id: row.id, password: await resetPassword(context, row, mustChangePassword) }
}

/** The three administrators a deployment starts with: kept apart, as the law's assessors expect (三员分立). */
export const firstAdministrators = [
  { username: 'sysadmin', name: '系统管理员', roles: ['system-administrator'] },
  { username: 'secadmin', name: '安全管理员', roles: ['security-administrator'] },
  { username: 'auditadmin', name: '审计管理员', roles: ['audit-administrator'] },
] as const satisfies readonly Pick<NewUser, 'username' | 'name' | 'roles'>[]

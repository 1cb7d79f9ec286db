import type { ShippedRoleId } from '@opendpf/access'
import { access } from '@opendpf/access'
import { createUser } from '@opendpf/access/server'
import type { OpenPlatform } from '@opendpf/server'
import { systemActor, writeTransaction } from '@opendpf/server'

/** A demo account, with the password that is told once. */
export interface DemoUser {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly password: string
}

interface DemoPost {
  readonly username: string
  readonly name: string
  readonly division: string
  readonly roles: readonly ShippedRoleId[]
}

const posts: readonly DemoPost[] = [
  { username: 'clerk', name: '县级经办人', division: '990121000000', roles: ['county-clerk'] },
  { username: 'approver', name: '县级审批人', division: '990121000000', roles: ['county-approver'] },
  // whoever takes a step that another has to follow needs the other
  { username: 'clerk2', name: '县级经办人乙', division: '990121000000', roles: ['county-clerk'] },
  { username: 'approver2', name: '县级复核人', division: '990121000000', roles: ['county-approver'] },
  { username: 'leader', name: '县残联领导', division: '990121000000', roles: ['county-leader'] },
  { username: 'town', name: '乡镇经办人', division: '990121100000', roles: ['town-clerk'] },
  { username: 'village', name: '村专职委员', division: '990121100201', roles: ['village-commissioner'] },
  { username: 'sysadmin', name: '系统管理员', division: '990121000000', roles: ['system-administrator'] },
  { username: 'secadmin', name: '安全管理员', division: '990121000000', roles: ['security-administrator'] },
  { username: 'auditadmin', name: '审计管理员', division: '990121000000', roles: ['audit-administrator'] },
]

/** One account for each shipped role, and two where four eyes are asked for. A demo password need not be changed first: the county is made up. */
export async function createDemoUsers(platform: OpenPlatform): Promise<readonly DemoUser[]> {
  return writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, async ({ context }) => {
    const users: DemoUser[] = []
    for (const post of posts) {
      const { id, password } = await createUser(context, { ...post, mustChangePassword: false })
      users.push({ id, username: post.username, name: post.name, password })
    }
    return users
  })
}

/** Whether nobody can sign in yet. */
export async function hasNoUsers(platform: OpenPlatform): Promise<boolean> {
  return writeTransaction(
    platform,
    { actor: systemActor, locale: 'zh-CN' },
    async ({ context }) => (await context.read.count(access.records.user, {})) === 0,
  )
}

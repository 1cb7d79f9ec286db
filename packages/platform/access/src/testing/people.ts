import { placeOf } from '@opendpf/kit'
import { uuidv7 } from 'uuidv7'
import { type ShippedRoleId, shippedRole } from '../contract/index.js'
import { internalAddress } from '../server/engine/internal-address.js'
import type { AccessKysely } from '../server/tables.js'
import { quickPasswords } from './quick-passwords.js'

/** A user as a test needs him: rows are put in place directly, because here only signing in is under test. */
export interface Person {
  readonly username: string
  readonly password?: string
  readonly division?: string
  readonly isEverywhere?: boolean
  readonly roles?: readonly ShippedRoleId[]
  readonly mustChangePassword?: boolean
}

const at = '2026-01-01T00:00:00Z'
const system = () => ({ id: uuidv7(), version: 1, recorded_at: at, recorded_by: 'test' })
export const goodPassword = 'Heron-pond-47'

/** Puts a user with his roles and password in place. */
export async function insertPerson(db: AccessKysely, person: Person): Promise<string> {
  const { username, password = goodPassword, division = '990121000000', roles = [] } = person
  const row = system()
  const place = placeOf(division)
  await db
    .insertInto('access_user')
    .values({
      ...row,
      ...place,
      username,
      name: '测试员',
      is_everywhere: person.isEverywhere ?? null,
      is_disabled: null,
      password_reset_at: null,
      second_factor_reset_at: null,
      unlocked_at: null,
    })
    .execute()
  await db
    .insertInto('auth_user')
    .values({
      id: row.id,
      username,
      name: '测试员',
      email: internalAddress(row.id),
      email_verified: true,
      image: null,
      two_factor_enabled: false,
      must_change_password: person.mustChangePassword ?? false,
      password_changed_at: at,
      last_sign_in_at: null,
      created_at: at,
      updated_at: at,
    })
    .execute()
  const hash = await quickPasswords.hash(password)
  await db
    .insertInto('auth_account')
    .values({
      id: uuidv7(),
      account_id: row.id,
      provider_id: 'credential',
      user_id: row.id,
      password: hash,
      created_at: at,
      updated_at: at,
    })
    .execute()
  for (const role of roles) await grantRole(db, { holder: row.id, role, division })
  return row.id
}

/** Gives a user a shipped role. */
export async function grantRole(
  db: AccessKysely,
  grant: { readonly holder: string; readonly role: ShippedRoleId; readonly division?: string },
): Promise<void> {
  const shipped = shippedRole(grant.role)
  if (!shipped) throw new Error(grant.role)
  const known = await db.selectFrom('access_role').select('id').where('shipped_as', '=', shipped.id).executeTakeFirst()
  const id = known?.id ?? uuidv7()
  if (!known) {
    await db
      .insertInto('access_role')
      .values({
        ...system(),
        id,
        title: shipped.title['zh-CN'],
        title_en: shipped.title.en,
        description: null,
        kind: shipped.kind,
        permissions: JSON.stringify(shipped.permissions) as never,
        needs_second_factor: shipped.needsSecondFactor,
        shipped_as: shipped.id,
      } as never)
      .execute()
  }
  await db
    .insertInto('access_grant')
    .values({
      ...system(),
      ...placeOf(grant.division ?? '990121000000'),
      holder: grant.holder,
      role: id,
      holder_name: '测试员',
      role_title: shipped.title['zh-CN'],
    })
    .execute()
}

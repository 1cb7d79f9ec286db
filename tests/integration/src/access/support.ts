import { access, type ShippedRoleId } from '@opendpf/access'
import { accessServer } from '@opendpf/access/server'
import { placeOf, type Scope } from '@opendpf/kit'
import type { ModuleServer } from '@opendpf/kit/server'
import type { Call, TestServer } from '@opendpf/testing'
import { startTestServer } from '@opendpf/testing'

export const { user, role, grant, apiKey } = access.records

/** A server with the access module and the platform's own. */
export function startAccessServer(more: readonly ModuleServer[] = []): Promise<TestServer> {
  return startTestServer({ modules: [accessServer as unknown as ModuleServer, ...more] })
}

/** A security administrator posted somewhere. */
export function securityAt(server: TestServer, at: string, id = `security at ${at}`): Call {
  return server.as({ id, name: '安全管理员', at, may: ['access:*', 'system:division.read'] })
}

/** The row id of a shipped role. */
export function roleId(server: TestServer, id: ShippedRoleId): Promise<string> {
  return server.write(async ({ read }) => {
    const [row] = await read.many(role, { shippedAs: id })
    if (!row) throw new Error(`the role ${id} is not seeded`)
    return row.id
  })
}

let made = 0

/** A username nobody has. */
export function freshName(): string {
  made += 1
  return `user${process.pid}x${made}`
}

/** Makes a user with roles, as the platform. */
export async function makeUser(
  server: TestServer,
  options: { readonly division: string; readonly isEverywhere?: boolean; readonly roles?: readonly ShippedRoleId[] },
) {
  const { roles = [], ...values } = options
  const row = await server.write(({ write }) =>
    write.create(user, { username: freshName(), name: '测试员', ...values }),
  )
  for (const id of roles) {
    const role = await roleId(server, id)
    await server.write(({ write }) => write.create(grant, { holder: row.id, role }))
  }
  return row
}

/** The territory of a posting, worked out by hand and not by the code under test. */
export function territory(division: string, isEverywhere = false): Scope {
  if (isEverywhere) return { level: 'all' }
  const { county, town } = placeOf(division)
  if (town === null) return { level: 'county', code: county }
  return division.endsWith('000') ? { level: 'town', code: town } : { level: 'village', code: division }
}

/** Whether one territory lies in another, by the digits alone. */
export function liesIn(inner: Scope, outer: Scope): boolean {
  if (outer.level === 'all') return true
  return inner.level !== 'all' && inner.code.startsWith(outer.code)
}

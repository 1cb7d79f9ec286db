import {
  access,
  checkShippedRoles,
  permissionsOf,
  type ShippedRoleId,
  shippedPatterns,
  shippedRoles,
} from '@opendpf/access'
import { certificates } from '@opendpf/certificates'
import { createRegistry, fieldsOf, isMasked, type Module, type PlacedRecord, permissionFor } from '@opendpf/kit'
import { organisations } from '@opendpf/organisations'
import { persons } from '@opendpf/persons'
import { system } from '@opendpf/server/system'
import { places, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInServer } from './sign-in-server.js'
import { apiKey, makeUser, role, roleId, securityAt, startAccessServer } from './support.js'

const registry = createRegistry([system, access, persons, organisations, certificates] as unknown as Module[])
const held = (id: ShippedRoleId): ReadonlySet<string> => {
  const shipped = shippedRoles.find((role) => role.id === id)
  return permissionsOf(shippedPatterns(shipped!, registry), registry.permissions)
}

describe('shipped roles in the real deployment', () => {
  it('name only what there is', () => {
    expect(() => checkShippedRoles(registry)).not.toThrow()
  })

  it('let only county clerks and approvers reveal or export what is masked', () => {
    const sensitive = [...registry.records.values()]
      .filter(
        (record) =>
          !['access', 'system'].includes(record.module) && fieldsOf(record).some(({ meta }) => isMasked(meta)),
      )
      .flatMap((record: PlacedRecord) => [permissionFor(record, 'reveal'), permissionFor(record, 'export')])
      .filter((permission) => registry.permissions.includes(permission))
    expect(sensitive).toContain('persons:person.reveal')
    for (const { id } of shippedRoles) {
      const may = sensitive.filter((permission) => held(id).has(permission))
      expect(may, id).toEqual(id === 'county-clerk' || id === 'county-approver' ? sensitive : [])
    }
  })

  it('keep the three administrators away from persons, organisations and certificates', () => {
    for (const id of ['system-administrator', 'security-administrator', 'audit-administrator'] as const) {
      expect(
        [...held(id)].filter((permission) => !/^(access|system):/.test(permission)),
        id,
      ).toEqual([])
    }
  })

  it('let the auditor read the logs and prove the chain, and nothing else', () => {
    expect([...held('audit-administrator')].sort()).toEqual([
      'access:signInLog.read',
      'system:audit.read',
      'system:audit.verify',
    ])
  })

  it('leave no business permission to nobody', () => {
    const all = held('county-approver')
    expect(
      registry.permissions.filter((permission) => !/^(access|system):/.test(permission) && !all.has(permission)),
    ).toEqual([])
  })
})

let server: TestServer
beforeAll(async () => {
  server = await startAccessServer()
})
afterAll(() => server.stop())
const door = signInServer(() => server)

const roles = '/api/v1/access/roles'
const keys = '/api/v1/access/api-keys'

describe('roles', () => {
  it('are seeded once', async () => {
    const rows = await server.write(({ read }) => read.many(role, {}))
    expect(rows.map(({ shippedAs }) => shippedAs).sort()).toEqual(shippedRoles.map(({ id }) => id as string).sort())
  })

  it('of a deployment’s own are made by who is responsible for all of it', async () => {
    const body = { title: '进口员', kind: 'business', permissions: ['system:import.read'] }
    expect((await securityAt(server, places.county)('POST', roles, body)).body.errors).toMatchObject([
      { code: 'role.problem.everywhere' },
    ])
    expect((await securityAt(server, 'all')('POST', roles, body)).status).toBe(201)
  })

  it('hold only what there is and what their kind may have', async () => {
    const call = securityAt(server, 'all')
    for (const [kind, pattern] of [
      ['business', 'access:user.create'],
      ['security', 'system:audit.read'],
      ['business', 'persns:*'],
      ['system', 'system:import.read'],
    ]) {
      const answer = await call('POST', roles, { title: '错', kind, permissions: ['system:division.read', pattern] })
      expect(answer.body.errors?.at(-1), `${kind} ${pattern}`).toMatchObject({
        path: 'permissions',
        code: 'role.problem.pattern',
      })
    }
  })

  it('that are shipped stay as they are', async () => {
    const call = securityAt(server, 'all')
    const id = await roleId(server, 'county-leader')
    expect(
      (await call('PATCH', `${roles}/${id}`, { description: '改' }, { 'if-match': '"1"' })).body.errors,
    ).toMatchObject([{ code: 'role.problem.shipped' }])
    expect((await call('POST', `${roles}/${id}/remove`, {}, { 'if-match': '"1"' })).status).toBe(403)
    expect((await call('GET', `${roles}/${id}`)).body.fields.shippedAs).toBe('county-leader')
  })

  it('keep their kind, and are removed when nobody holds them', async () => {
    const call = securityAt(server, 'all')
    const made = await call('POST', roles, { title: '导入员', kind: 'business', permissions: ['system:import.*'] })
    const changed = await call(
      'PATCH',
      `${roles}/${made.body.id}`,
      { kind: 'system', permissions: ['system:job.read'] },
      { 'if-match': '"1"' },
    )
    expect(changed.body.errors).toMatchObject([{ path: 'kind', code: 'role.problem.kind' }])
    expect(
      (await securityAt(server, places.county)('POST', `${roles}/${made.body.id}/remove`, {}, { 'if-match': '"1"' }))
        .status,
    ).toBe(403)
    expect((await call('POST', `${roles}/${made.body.id}/remove`, {}, { 'if-match': '"1"' })).status).toBe(204)
  })

  it('say what they come to', async () => {
    const answer = await securityAt(server, places.county)(
      'GET',
      `${roles}/${await roleId(server, 'audit-administrator')}/permissions`,
    )
    expect(answer.body).toEqual({
      permissions: ['access:signInLog.read', 'system:audit.read', 'system:audit.verify'],
      needsSecondFactor: true,
    })
  })
})

describe('API keys', () => {
  const key = { name: '省平台', permissions: ['system:export.read'], expiresOn: '2027-06-01', division: places.county }

  it('never exceed their holder', async () => {
    const clerk = await makeUser(server, { division: places.town, roles: ['county-clerk'] })
    const call = securityAt(server, places.county)
    const refusals = [
      [{ division: places.county }, 'division', 'apiKey.problem.division'],
      [{ permissions: ['system:export.approve'] }, 'permissions', 'apiKey.problem.permissions'],
      [{ permissions: ['system:export.*'] }, 'permissions', 'apiKey.problem.permissions'],
      [{ permissions: ['*:*'] }, 'permissions', 'apiKey.problem.permissions'],
      [{ permissions: ['access:user.create'] }, 'permissions', 'apiKey.problem.permissions'],
      [{ expiresOn: '2026-06-15' }, 'expiresOn', 'apiKey.problem.past'],
      [{ expiresOn: '2028-06-16' }, 'expiresOn', 'apiKey.problem.past'],
    ] as const
    for (const [change, path, code] of refusals) {
      const answer = await call('POST', keys, { ...key, holder: clerk.id, division: places.town, ...change })
      expect(answer.body.errors, JSON.stringify(change)).toMatchObject([{ path, code }])
    }
    expect((await call('POST', keys, { ...key, holder: clerk.id, division: places.village })).status).toBe(201)
  })

  it('are registered by the administrator, issued to the holder alone, used, and revoked for good', async () => {
    const clerk = await makeUser(server, { division: places.county, roles: ['county-clerk'] })
    const administrator = securityAt(server, places.county)
    const { id } = (await administrator('POST', keys, { ...key, holder: clerk.id })).body
    expect((await administrator('POST', `${keys}/${id}/issue`)).status).toBe(403)
    const other = server.as({ id: 'another clerk', may: ['access:apiKey.read', 'access:apiKey.issue'] })
    expect((await other('POST', `${keys}/${id}/issue`)).status).toBe(403)
    const holder = server.as({ id: clerk.id, may: ['access:apiKey.read', 'access:apiKey.issue'] })
    const first = (await holder('POST', `${keys}/${id}/issue`)).body.key
    const second = (await holder('POST', `${keys}/${id}/issue`)).body.key
    const ask = (value: string) =>
      door.browser()('GET', '/system/exports', undefined, { authorization: `Bearer ${value}` })
    expect((await ask(first)).status).toBe(401)
    expect((await ask(second)).status).toBe(200)
    expect(
      (await door.browser()('GET', '/system/imports', undefined, { authorization: `Bearer ${second}` })).status,
    ).toBe(403)
    expect((await administrator('GET', `${keys}/${id}/usage`)).body.lastUsedAt).not.toBeNull()
    const { version } = (await administrator('GET', `${keys}/${id}`)).body
    expect(
      (await administrator('PATCH', `${keys}/${id}`, { isRevoked: true }, { 'if-match': `"${version}"` })).status,
    ).toBe(200)
    expect((await ask(second)).status).toBe(401)
    expect((await holder('POST', `${keys}/${id}/issue`)).status).toBe(409)
    const back = await administrator('PATCH', `${keys}/${id}`, { isRevoked: false }, { 'if-match': `"${version + 1}"` })
    expect(back.body.errors).toMatchObject([{ code: 'apiKey.problem.revoked' }])
    expect(JSON.stringify(await server.write(({ read }) => read.one(apiKey, id)))).not.toContain(second)
  })

  it('keep their holder', async () => {
    const [one, two] = [
      await makeUser(server, { division: places.county, roles: ['county-clerk'] }),
      await makeUser(server, { division: places.county, roles: ['county-clerk'] }),
    ]
    const call = securityAt(server, places.county)
    const { id } = (await call('POST', keys, { ...key, holder: one.id })).body
    expect((await call('PATCH', `${keys}/${id}`, { holder: two.id }, { 'if-match': '"1"' })).body.errors).toMatchObject(
      [{ path: 'holder' }],
    )
  })

  it('never administer, whatever their holder may do', async () => {
    const holder = await makeUser(server, { division: places.county, roles: ['security-administrator'] })
    const answer = await securityAt(server, places.county)('POST', keys, {
      ...key,
      holder: holder.id,
      permissions: ['access:grant.create'],
    })
    expect(answer.body.errors).toMatchObject([{ path: 'permissions', code: 'apiKey.problem.permissions' }])
  })
})

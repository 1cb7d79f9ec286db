import { shippedRoles } from '@opendpf/access'
import { createUser } from '@opendpf/access/server'
import { places, type TestServer } from '@opendpf/testing'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  freshName,
  grant,
  liesIn,
  makeUser,
  roleId,
  securityAt,
  startAccessServer,
  territory,
  user,
} from './support.js'

let server: TestServer
beforeAll(async () => {
  server = await startAccessServer()
})
afterAll(() => server.stop())

const users = '/api/v1/access/users'
const grants = '/api/v1/access/grants'

describe('nobody gives more than he has', () => {
  const postings = [
    places.county,
    places.town,
    places.village,
    places.otherTown,
    places.neighbour,
    places.neighbourVillage,
  ]
  const actors = ['all', places.county, places.town, places.village, places.neighbour]
  const step = fc.record({
    actor: fc.constantFrom(...actors),
    target: fc.constantFrom(...postings),
    isEverywhere: fc.boolean(),
    role: fc.constantFrom(...shippedRoles.map(({ id }) => id)),
    moveTo: fc.constantFrom(...postings),
    makeEverywhere: fc.boolean(),
  })

  it('whoever asks, wherever the user is or shall be', async () => {
    await fc.assert(
      fc.asyncProperty(step, async ({ actor, target, isEverywhere, role, moveTo, makeEverywhere }) => {
        const call = securityAt(server, actor)
        const reach = actor === 'all' ? ({ level: 'all' } as const) : territory(actor)
        const present = territory(target, isEverywhere)

        const created = await call('POST', users, {
          username: freshName(),
          name: '新用户',
          division: target,
          isEverywhere,
        })
        expect(created.status === 201, 'create').toBe(liesIn(present, reach))

        const row = await makeUser(server, { division: target, isEverywhere })
        const granted = await call('POST', grants, { holder: row.id, role: await roleId(server, role) })
        expect(granted.status === 201, 'grant').toBe(liesIn(present, reach))

        const moved = await call(
          'PATCH',
          `${users}/${row.id}`,
          { division: moveTo, isEverywhere: makeEverywhere },
          { 'if-match': '"1"' },
        )
        const isNoChange = moveTo === target && makeEverywhere === isEverywhere
        const future = territory(moveTo, makeEverywhere)
        expect(moved.status === 200, 'move').toBe(liesIn(present, reach) && (isNoChange || liesIn(future, reach)))

        const after = await server.write(({ read }) => read.one(user, row.id))
        const changed = after && territory(after.division, after.isEverywhere === true)
        if (moved.status === 200) expect(changed && liesIn(changed, reach)).toBe(true)
        else expect(after).toMatchObject({ division: target, isEverywhere })
      }),
      { numRuns: 60 },
    )
  })
})

describe('kinds of roles', () => {
  it('stay apart: whatever one holds, a role of another kind is refused', async () => {
    const call = securityAt(server, places.county)
    for (const first of shippedRoles) {
      for (const second of shippedRoles.filter(({ id }) => id !== first.id)) {
        const row = await makeUser(server, { division: places.county, roles: [first.id] })
        const { status, body } = await call('POST', grants, { holder: row.id, role: await roleId(server, second.id) })
        expect(status === 201, `${first.id} and ${second.id}`).toBe(first.kind === second.kind)
        if (status !== 201) expect(body.errors).toMatchObject([{ path: 'role', code: 'grant.problem.separation' }])
      }
    }
  })

  it('stay apart within one batch and between two requests at the same moment', async () => {
    const [system, audit] = [await roleId(server, 'system-administrator'), await roleId(server, 'audit-administrator')]
    const one = await makeUser(server, { division: places.county })
    await expect(
      server.write(({ write }) =>
        write.createMany(grant, [
          { holder: one.id, role: system },
          { holder: one.id, role: audit },
        ]),
      ),
    ).rejects.toMatchObject({ code: 'invalid-input' })
    const two = await makeUser(server, { division: places.county })
    const call = securityAt(server, places.county)
    const answers = await Promise.all([system, audit].map((role) => call('POST', grants, { holder: two.id, role })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
  })

  it('can be exchanged one after the other', async () => {
    const call = securityAt(server, places.county)
    const row = await makeUser(server, { division: places.county, roles: ['town-clerk'] })
    const listed = await call('GET', `${grants}?holder=${row.id}`)
    const [held] = listed.body.rows
    expect((await call('POST', `${grants}/${held.id}/remove`, {}, { 'if-match': `"${held.version}"` })).status).toBe(
      204,
    )
    expect(
      (await call('POST', grants, { holder: row.id, role: await roleId(server, 'audit-administrator') })).status,
    ).toBe(201)
    const restored = await call('POST', `${grants}/${held.id}/restore`)
    expect(restored).toMatchObject({ status: 422, body: { errors: [{ code: 'grant.problem.separation' }] } })
  })
})

describe('oneself', () => {
  it('gets no roles from oneself, no other territory and no life after being disabled', async () => {
    const row = await makeUser(server, { division: places.county, roles: ['security-administrator'] })
    const call = securityAt(server, places.county, row.id)
    const self = await call('POST', grants, { holder: row.id, role: await roleId(server, 'county-approver') })
    expect(self).toMatchObject({ status: 422, body: { errors: [{ path: 'holder', code: 'grant.problem.self' }] } })
    for (const change of [{ division: places.town }, { isDisabled: true }]) {
      const answer = await call('PATCH', `${users}/${row.id}`, change, { 'if-match': '"1"' })
      expect(answer.body.errors, JSON.stringify(change)).toMatchObject([{ code: 'user.problem.self' }])
    }
    expect((await call('POST', `${users}/${row.id}/reset-password`)).status).toBe(403)
    expect((await call('POST', `${users}/${row.id}/reset-second-factor`)).status).toBe(403)
    expect((await call('PATCH', `${users}/${row.id}`, { name: '新名字' }, { 'if-match': '"1"' })).status).toBe(200)
  })
})

describe('a grant', () => {
  it('is given once, shows its names, and follows its user', async () => {
    const call = securityAt(server, places.county)
    const row = await makeUser(server, { division: places.town, roles: ['town-clerk'] })
    const again = await call('POST', grants, { holder: row.id, role: await roleId(server, 'town-clerk') })
    expect(again).toMatchObject({ status: 422, body: { errors: [{ code: 'grant.problem.already' }] } })
    await call('PATCH', `${users}/${row.id}`, { division: places.otherTown, name: '改名' }, { 'if-match': '"1"' })
    const [held] = (await call('GET', `${grants}?holder=${row.id}`)).body.rows
    expect(held).toMatchObject({ division: places.otherTown, title: '乡镇经办人', fields: { holderName: '改名' } })
  })

  it('is what createUser makes', async () => {
    const { id, password } = await server.write((context) =>
      createUser(context, {
        username: freshName(),
        name: '审计',
        division: places.county,
        roles: ['audit-administrator'],
      }),
    )
    expect(password).toMatch(/^\S{16}$/)
    expect(await server.write(({ read }) => read.many(grant, { holder: id }))).toMatchObject([
      { roleTitle: '审计管理员' },
    ])
  })
})

import { places, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInServer } from './sign-in-server.js'
import { freshName, makeUser, roleId, securityAt, startAccessServer } from './support.js'

let server: TestServer
beforeAll(async () => {
  server = await startAccessServer()
})
afterAll(() => server.stop())
const door = signInServer(() => server)

const users = '/api/v1/access/users'
const newPassword = 'Heron-pond-47'

/** A user with a password of his own, signed in. */
const signedIn = async (division: string, roles: Parameters<typeof makeUser>[1]['roles'] = []) => {
  const row = await makeUser(server, { division, roles })
  const { body } = await securityAt(server, places.county)('POST', `${users}/${row.id}/reset-password`)
  const visit = door.browser()
  await visit('POST', '/session', { username: row.username, password: body.password })
  expect((await visit('POST', '/session/password', { current: body.password, next: newPassword })).body).toEqual({
    state: 'signed-in',
  })
  return { row, visit, version: 2 }
}

describe('a user', () => {
  it('has a username of letters and digits that nobody else has, here or in another county', async () => {
    const call = securityAt(server, 'all')
    for (const username of ['ab', '张三', 'a b c', '.abc', 'abc-', 'a'.repeat(33)]) {
      const answer = await call('POST', users, { username, name: '测试', division: places.county })
      expect(answer.body.errors?.[0], username).toMatchObject({ path: 'username' })
    }
    const username = freshName()
    expect(
      (await call('POST', users, { username: ` ${username.toUpperCase()}`, name: '测试', division: places.neighbour }))
        .body.fields.username,
    ).toBe(username)
    const taken = await securityAt(server, places.county)('POST', users, {
      username,
      name: '测试',
      division: places.county,
    })
    expect(taken).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'username', code: 'user.problem.usernameTaken' }] },
    })
  })

  it('is posted at a county or below', async () => {
    const call = securityAt(server, 'all')
    const answer = await call('POST', users, { username: freshName(), name: '测试', division: '990100000000' })
    expect(answer.body.errors).toMatchObject([{ path: 'division', code: 'user.problem.level' }])
    expect(
      (await call('POST', users, { username: freshName(), name: '测试', division: '990100000000', isEverywhere: true }))
        .status,
    ).toBe(201)
  })

  it('cannot sign in before the security administrator has given a first password', async () => {
    const row = await makeUser(server, { division: places.town, roles: ['town-clerk'] })
    const visit = door.browser()
    expect((await visit('POST', '/session', { username: row.username, password: 'anything at all' })).status).toBe(401)
    const { status, body } = await securityAt(server, places.county)('POST', `${users}/${row.id}/reset-password`)
    expect(status).toBe(200)
    expect((await visit('POST', '/session', { username: row.username, password: body.password })).body).toEqual({
      state: 'change-password',
    })
    expect((await visit('GET', '/modules')).body.code).toBe('password-change-required')
    await visit('POST', '/session/password', { current: body.password, next: newPassword })
    expect((await visit('GET', '/modules')).status).toBe(200)
    expect((await visit('GET', '/me')).body).toMatchObject({ divisionName: '石桥镇', roles: [{ title: '乡镇经办人' }] })
  })
})

describe('what a security administrator does holds at once', () => {
  it('disabling', async () => {
    const { row, visit, version } = await signedIn(places.town)
    expect((await visit('GET', '/modules')).status).toBe(200)
    await securityAt(server, places.county)(
      'PATCH',
      `${users}/${row.id}`,
      { isDisabled: true },
      { 'if-match': `"${version}"` },
    )
    expect((await visit('GET', '/modules')).status).toBe(401)
    expect((await visit('POST', '/session', { username: row.username, password: newPassword })).status).toBe(401)
  })

  it('a new posting', async () => {
    const { row, visit, version } = await signedIn(places.town)
    expect((await visit('GET', '/me')).body.scope).toEqual({ level: 'town', code: '990121100' })
    await securityAt(server, places.county)(
      'PATCH',
      `${users}/${row.id}`,
      { division: places.village },
      { 'if-match': `"${version}"` },
    )
    expect((await visit('GET', '/me')).body.scope).toEqual({ level: 'village', code: places.village })
  })

  it('giving and taking a role', async () => {
    const { row, visit } = await signedIn(places.town)
    const call = securityAt(server, places.county)
    expect((await visit('GET', '/me')).body.permissions).toEqual([])
    const given = await call('POST', '/api/v1/access/grants', {
      holder: row.id,
      role: await roleId(server, 'town-clerk'),
    })
    expect((await visit('GET', '/me')).body.permissions).toContain('system:job.read')
    await call('POST', `/api/v1/access/grants/${given.body.id}/remove`, {}, { 'if-match': '"1"' })
    expect((await visit('GET', '/me')).body.permissions).toEqual([])
  })

  it('a role that needs a second factor', async () => {
    const { row, visit } = await signedIn(places.town)
    await securityAt(server, places.county)('POST', '/api/v1/access/grants', {
      holder: row.id,
      role: await roleId(server, 'county-clerk'),
    })
    expect((await visit('GET', '/me')).body).toMatchObject({ state: 'enrol-second-factor', permissions: [] })
  })

  it('another password', async () => {
    const { row, visit } = await signedIn(places.town)
    await securityAt(server, places.county)('POST', `${users}/${row.id}/reset-password`)
    expect((await visit('GET', '/me')).status).toBe(401)
  })

  it('removing, after which nothing is left to sign in with', async () => {
    const { row, visit, version } = await signedIn(places.town)
    const call = securityAt(server, places.county)
    expect((await call('POST', `${users}/${row.id}/remove`, {}, { 'if-match': `"${version}"` })).status).toBe(204)
    expect((await visit('GET', '/me')).status).toBe(401)
    expect((await call('POST', `${users}/${row.id}/restore`)).status).toBe(200)
    expect((await visit('POST', '/session', { username: row.username, password: newPassword })).status).toBe(401)
  })
})

describe('unlocking and looking', () => {
  it('shows a lock and lifts it, and leaves a trace', async () => {
    const { row, visit } = await signedIn(places.town)
    const call = securityAt(server, places.county)
    for (let guess = 0; guess < 5; guess += 1)
      await door.browser()('POST', '/session', { username: row.username, password: 'wrong password' })
    expect((await call('GET', `${users}/${row.id}/sign-in`)).body).toEqual({
      lastSignInAt: '2026-06-15T02:00:00.000Z',
      hasPassword: true,
      mustChangePassword: false,
      hasSecondFactor: false,
      lockedUntil: '2026-06-15T02:15:00.000Z',
    })
    expect((await visit('GET', '/me')).status).toBe(200)
    expect((await call('POST', `${users}/${row.id}/unlock`)).status).toBe(204)
    expect((await call('GET', `${users}/${row.id}/sign-in`)).body.lockedUntil).toBeNull()
    expect((await door.browser()('POST', '/session', { username: row.username, password: newPassword })).status).toBe(
      200,
    )
    const audit = server.as({ at: places.county, may: ['access:*'] })
    const { entries } = (await audit('GET', `${users}/${row.id}/history`)).body
    expect(entries[0]).toMatchObject({ action: 'update', changes: [{ field: 'unlockedAt' }] })
  })

  it('is for users of one’s own territory alone', async () => {
    const near = await makeUser(server, { division: places.town })
    const far = await makeUser(server, { division: places.neighbour })
    const above = await makeUser(server, { division: places.county, isEverywhere: true })
    const call = securityAt(server, places.county)
    for (const [row, status] of [
      [near, 200],
      [far, 404],
      [above, 404],
    ] as const) {
      expect((await call('GET', `${users}/${row.id}/sign-in`)).status).toBe(status)
      expect((await call('POST', `${users}/${row.id}/reset-password`)).status).toBe(status)
      expect((await call('POST', `${users}/${row.id}/reset-second-factor`)).status).toBe(status === 200 ? 204 : status)
    }
  })

  it('needs the permission for each', async () => {
    const row = await makeUser(server, { division: places.town })
    const call = server.as({ may: ['access:user.read', 'access:user.update', 'access:user.create'] })
    for (const path of ['reset-password', 'unlock', 'reset-second-factor'])
      expect((await call('POST', `${users}/${row.id}/${path}`)).status, path).toBe(403)
    expect((await call('GET', '/api/v1/access/sign-in-log')).status).toBe(403)
  })

  it('the sign-in log shows a county its own users, page by page', async () => {
    const { row } = await signedIn(places.town)
    const auditor = server.as({ at: places.county, may: ['access:signInLog.read'] })
    const { entries } = (await auditor('GET', `/api/v1/access/sign-in-log?user=${row.id}`)).body
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['password-changed', 'signed-in'])
    expect(entries[0]).toMatchObject({ userId: row.id, username: row.username, name: '测试员' })
    const other = server.as({ at: places.neighbour, may: ['access:signInLog.read'] })
    expect((await other('GET', '/api/v1/access/sign-in-log')).body.entries).toEqual([])
    expect((await auditor('GET', '/api/v1/access/sign-in-log?nope=1')).status).toBe(400)
  })
})

describe('a secret that is shown once', () => {
  it('is not kept for a repeated request, which is refused', async () => {
    const row = await makeUser(server, { division: places.town })
    const call = securityAt(server, places.county)
    const reset = () =>
      call('POST', `${users}/${row.id}/reset-password`, undefined, { 'idempotency-key': `reset-${row.id}` })
    const first = await reset()
    expect(first.status).toBe(200)
    expect((await reset()).body.code).toBe('wrong-state')
    const kept = await server.platform.pool.use({ level: 'all' }, (session) =>
      session.query({ text: 'select * from idempotency where key = $1', values: [`reset-${row.id}`] }),
    )
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(first.body.password)
    expect(
      (await door.browser()('POST', '/session', { username: row.username, password: first.body.password })).status,
    ).toBe(200)
  })
})

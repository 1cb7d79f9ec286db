import { placeOf } from '@opendpf/kit'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { hour, second } from '../../testing/clock.js'
import { testDoor } from '../../testing/door.js'
import { insertPerson } from '../../testing/people.js'
import { announce } from '../changes.js'
import { hashKey } from './keys.js'

const door = testDoor()

const insertKey = async (options: {
  readonly holder: string
  readonly permissions: readonly string[]
  readonly division?: string
  readonly expiresOn?: string
}) => {
  const { holder, permissions, division = '990121000000', expiresOn = '2026-12-31' } = options
  const id = uuidv7()
  const key = `dpf_${id}`
  const row = { id, version: 1, recorded_at: '2026-01-01T00:00:00Z', recorded_by: 'test', ...placeOf(division) }
  await door.db
    .insertInto('access_api_key')
    .values({
      ...row,
      name: '省平台',
      holder,
      permissions: JSON.stringify(permissions) as never,
      expires_on: expiresOn,
      is_revoked: null,
      issued_at: null,
    })
    .execute()
  await door.db
    .insertInto('auth_api_key')
    .values({ id, hash: hashKey(key), issued_at: '2026-01-01T00:00:00Z', last_used_at: null })
    .execute()
  return { id, key }
}
const use = (key: string) => door.authenticator.authenticate(new Headers({ authorization: `Bearer ${key}` }))

test('a key acts with its own permissions in its own division', async () => {
  const holder = await insertPerson(door.db, { username: 'platform', roles: ['county-clerk'] })
  const { id, key } = await insertKey({
    holder,
    permissions: ['register:entry.read', 'register:entry.export'],
    division: '990121100000',
  })
  const session = await use(key)
  expect(session).toMatchObject({
    state: 'signed-in',
    isCookie: false,
    actor: { id, kind: 'api-key', name: '省平台', scope: { level: 'town', code: '990121100' } },
  })
  expect([...(session?.actor.permissions ?? [])].sort()).toEqual(['register:entry.export', 'register:entry.read'])
})

test('a key never does more than its holder may do now', async () => {
  const holder = await insertPerson(door.db, { username: 'platform', roles: ['village-commissioner'] })
  const { key } = await insertKey({ holder, permissions: ['register:*', '*:*'] })
  const held = (await use(key))?.actor.permissions
  expect([...(held ?? [])].sort()).toEqual([
    'register:entry.create',
    'register:entry.read',
    'system:deadline.read',
    'system:division.read',
    'system:limit.read',
  ])
  await door.db.deleteFrom('access_grant').where('holder', '=', holder).execute()
  announce([holder])
  expect((await use(key))?.actor.permissions.size).toBe(0)
})

test('a key of an administrator administers nothing', async () => {
  const holder = await insertPerson(door.db, { username: 'security', roles: ['security-administrator'] })
  const { key } = await insertKey({ holder, permissions: ['access:*', 'system:*'] })
  const held = [...((await use(key))?.actor.permissions ?? [])].sort()
  expect(held).toEqual(['access:apiKey.issue', 'access:apiKey.read', 'system:division.read'])
})

test('a key is nothing once its holder is disabled or posted elsewhere', async () => {
  const holder = await insertPerson(door.db, { username: 'platform', roles: ['county-clerk'] })
  const { key } = await insertKey({ holder, permissions: ['register:*'], division: '990121100000' })
  expect(await use(key)).toBeDefined()
  await door.db.updateTable('access_user').set(placeOf('990121001000')).where('id', '=', holder).execute()
  announce([holder])
  expect(await use(key)).toBeUndefined()
  await door.db
    .updateTable('access_user')
    .set({ ...placeOf('990121000000'), is_disabled: true })
    .where('id', '=', holder)
    .execute()
  announce([holder])
  expect(await use(key)).toBeUndefined()
})

test('a key ends with its last day in Shanghai', async () => {
  const holder = await insertPerson(door.db, { username: 'platform' })
  const { key } = await insertKey({ holder, permissions: ['register:*'], expiresOn: '2026-06-15' })
  door.clock.advance(new Date('2026-06-15T15:59:00Z').getTime() - door.clock.now().getTime())
  expect(await use(key)).toBeDefined()
  door.clock.advance(60 * second)
  expect(await use(key)).toBeUndefined()
  door.clock.advance(new Date('2026-06-15T02:00:00Z').getTime() - door.clock.now().getTime())
})

test('a revoked key is refused at once', async () => {
  const holder = await insertPerson(door.db, { username: 'platform' })
  const { id, key } = await insertKey({ holder, permissions: ['register:*'] })
  expect(await use(key)).toBeDefined()
  await door.db.updateTable('access_api_key').set({ is_revoked: true }).where('id', '=', id).execute()
  announce([id])
  expect(await use(key)).toBeUndefined()
})

test('what is no key of ours is nobody', async () => {
  for (const key of ['dpf_unknown', 'something else', '']) expect(await use(key)).toBeUndefined()
})

test('the last use is written down, not every one', async () => {
  const holder = await insertPerson(door.db, { username: 'platform' })
  const { id, key } = await insertKey({ holder, permissions: ['register:*'] })
  const last = async () =>
    (await door.db.selectFrom('auth_api_key').select('last_used_at').where('id', '=', id).executeTakeFirstOrThrow())
      .last_used_at
  await use(key)
  const first = await last()
  expect(first).toEqual(door.clock.now())
  door.clock.advance(60 * second)
  await use(key)
  expect(await last()).toEqual(first)
  door.clock.advance(hour)
  await use(key)
  expect(await last()).toEqual(door.clock.now())
})

test('the database holds no key', async () => {
  const holder = await insertPerson(door.db, { username: 'platform' })
  const { key } = await insertKey({ holder, permissions: ['register:*'] })
  expect(JSON.stringify(await door.db.selectFrom('auth_api_key').selectAll().execute())).not.toContain(key)
})

test('the actor of a user or a key is found again by id, as long as there is one', async () => {
  const holder = await insertPerson(door.db, { username: 'platform', roles: ['county-clerk'] })
  const { id, key } = await insertKey({ holder, permissions: ['register:entry.read'] })
  expect((await door.authenticator.actorOf(holder))?.permissions.has('register:entry.update')).toBe(true)
  expect(await door.authenticator.actorOf(id)).toEqual((await use(key))?.actor)
  await door.db.updateTable('access_user').set({ is_disabled: true }).where('id', '=', holder).execute()
  expect(await door.authenticator.actorOf(holder)).toBeUndefined()
  expect(await door.authenticator.actorOf(id)).toBeUndefined()
  expect(await door.authenticator.actorOf('system')).toBeUndefined()
})

import { placeOf } from '@opendpf/kit'
import { expect, test } from 'vitest'
import { testDoor } from '../testing/door.js'
import { testRegistry } from '../testing/modules.js'
import { insertPerson } from '../testing/people.js'
import { readHolders } from './read-holders.js'

const door = testDoor()
const village = placeOf('990121100201')
const find = (counties: readonly string[]) => readHolders({ db: door.db, registry: testRegistry }, counties)

test('those are found who hold the permission and work where the row lies', async () => {
  const county = await insertPerson(door.db, { username: 'county', roles: ['county-clerk'] })
  const everywhere = await insertPerson(door.db, { username: 'all', isEverywhere: true, roles: ['county-clerk'] })
  await insertPerson(door.db, { username: 'village', division: '990121100201', roles: ['village-commissioner'] })
  await insertPerson(door.db, { username: 'other', division: '990122000000', roles: ['county-clerk'] })
  const holders = await find(['990121'])
  expect(holders('register:entry.close', village).map(({ id }) => id)).toEqual([county, everywhere].sort())
  expect(holders('register:entry.create', village).map(({ division }) => division)).toContain('990121100201')
  expect(holders('register:entry.create', placeOf('990121100202')).map(({ division }) => division)).not.toContain(
    '990121100201',
  )
})

test('who is disabled, or holds roles of several kinds, is not', async () => {
  const off = await insertPerson(door.db, { username: 'off', roles: ['county-clerk'] })
  await door.db.updateTable('access_user').set({ is_disabled: true }).where('id', '=', off).execute()
  await insertPerson(door.db, { username: 'both', roles: ['county-clerk', 'security-administrator'] })
  expect((await find(['990121']))('register:entry.close', village)).toEqual([])
})

import { defineModule, defineRecord, division, name } from '@opendpf/kit'
import { implementModule } from '@opendpf/kit/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

const rows = 1020
const parcel = defineRecord({
  fields: { title: name(), division: division() },
  scope: 'division',
  title: 'title',
  list: { columns: ['title'], orders: ['title'] },
})
const depot = defineModule({
  id: 'depot',
  records: { parcel },
  messages: {
    'zh-CN': { title: '仓库', parcel: '包裹', 'parcel.title': '名称', 'parcel.division': '所在地' },
    en: { title: 'Depot', parcel: 'Parcel', 'parcel.title': 'Title', 'parcel.division': 'Place' },
  },
})

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({
    modules: [
      implementModule(depot, {
        migrations: {
          '0001_init': ({ createRecord }) =>
            createRecord('depot_parcel', { scope: 'division', columns: { title: 'text' }, orders: ['title'] }),
        },
      }),
    ],
  })
})
afterAll(() => server.stop())

const parcels = '/api/v1/depot/parcels'
const moreThanTold = { value: 1000, isExact: false }

it('counts what is within the bound anew each time, and says "more than" of longer lists for a few seconds', async () => {
  const added = await server.write(({ write }) =>
    write.createMany(
      depot.records.parcel,
      Array.from({ length: rows }, (_, index) => ({ title: `第${index}件`, division: places.village })),
    ),
  )
  const call = server.as()
  const elsewhere = server.as({ at: places.otherTown })
  const total = async (path = parcels, by = call) => (await by('GET', path)).body.total
  expect(await total()).toEqual(moreThanTold)
  expect(await total(`${parcels}?order=-title&limit=5`)).toEqual(moreThanTold)
  // who may see none of them is told so, whatever was said to others
  expect(await total(parcels, elsewhere)).toEqual({ value: 0, isExact: true })

  await server.write(({ write }) => write.removeMany(depot.records.parcel, added.slice(0, 30)))
  expect(await total()).toEqual(moreThanTold)
  server.clock.advance(10_000)
  expect(await total()).toEqual({ value: rows - 30, isExact: true })
  await call('POST', parcels, { title: '新到的一件', division: places.village })
  expect(await total()).toEqual({ value: rows - 29, isExact: true })
})

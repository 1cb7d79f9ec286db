import { defineModule, defineRecord, division, name } from '@opendpf/kit'
import { implementModule } from '@opendpf/kit/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

const rows = 1200
const book = defineRecord({
  fields: { title: name(), division: division() },
  scope: 'division',
  title: 'title',
  list: { columns: ['title'], orders: ['title'] },
})
const shelf = defineModule({
  id: 'shelf',
  records: { book },
  messages: {
    'zh-CN': { title: '书架', book: '图书', 'book.title': '书名', 'book.division': '所在地' },
    en: { title: 'Shelf', book: 'Book', 'book.title': 'Title', 'book.division': 'Place' },
  },
})

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({
    modules: [
      implementModule(shelf, {
        migrations: {
          '0001_init': ({ createRecord }) =>
            createRecord('shelf_book', { scope: 'division', columns: { title: 'text' }, orders: ['title'] }),
        },
      }),
    ],
  })
})
afterAll(() => server.stop())

it('lets the database learn of the rows it adds before anybody else can count them', async () => {
  const known = await server.write(async ({ write, db }) => {
    await write.createMany(
      shelf.records.book,
      Array.from({ length: rows }, (_, index) => ({ title: `第${index}册`, division: places.village })),
    )
    return db.selectFrom('pg_class').select('reltuples').where('relname', '=', 'shelf_book').executeTakeFirstOrThrow()
  })
  expect(known).toEqual({ reltuples: rows })
})

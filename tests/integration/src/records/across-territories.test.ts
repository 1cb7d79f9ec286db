import { copied, defineModule, defineRecord, division, name, reference } from '@opendpf/kit'
import { implementModule } from '@opendpf/kit/server'
import { verifyAudit } from '@opendpf/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

const book = defineRecord({
  fields: { title: name(), division: division() },
  scope: 'division',
  title: 'title',
  list: { columns: ['title'], orders: ['title'] },
})
const loan = defineRecord({
  fields: {
    book: reference('lending.book'),
    bookTitle: copied(name(), { reference: 'book', field: 'title' }),
    division: division(),
  },
  scope: 'division',
  title: 'book',
  list: { columns: ['book', 'bookTitle'], orders: ['bookTitle'] },
})
const lending = defineModule({
  id: 'lending',
  records: { book, loan },
  messages: {
    'zh-CN': {
      title: '借阅',
      book: '图书',
      'book.title': '书名',
      'book.division': '所在地',
      loan: '借出',
      'loan.book': '图书',
      'loan.bookTitle': '书名',
      'loan.division': '所在地',
    },
    en: {
      title: 'Lending',
      book: 'Book',
      'book.title': 'Title',
      'book.division': 'Place',
      loan: 'Loan',
      'loan.book': 'Book',
      'loan.bookTitle': 'Title',
      'loan.division': 'Place',
    },
  },
})
const lendingServer = implementModule(lending, {
  migrations: {
    '0001_init': async ({ createRecord }) => {
      await createRecord('lending_book', { scope: 'division', columns: { title: 'text' }, orders: ['title'] })
      await createRecord('lending_loan', {
        scope: 'division',
        columns: { book: 'text', book_title: 'text' },
        orders: ['book_title'],
        indexes: ['book'],
      })
    },
  },
})

const books = '/api/v1/lending/books'
const loans = '/api/v1/lending/loans'
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [lendingServer] })
})
afterAll(async () => {
  expect(await verifyAudit(server.platform)).toEqual([])
  await server.stop()
})

const everywhere = () => server.as({ id: 'everywhere', at: 'all' })
const seen = (version: number) => ({ 'if-match': `"${version}"` })
const add = async (path: string, values: object): Promise<string> => {
  const { body, status } = await everywhere()('POST', path, values)
  expect(status).toBe(201)
  return body.id
}

it('a copy stays true wherever it stands, and whoever changed what it was made from sees nothing of it', async () => {
  const id = await add(books, { title: '红楼梦', division: places.village })
  const lent = await add(loans, { book: id, division: places.neighbourVillage })
  const clerk = server.as({ id: 'clerk' })
  expect((await clerk('PATCH', `${books}/${id}`, { title: '石头记' }, seen(1))).status).toBe(200)
  expect((await everywhere()('GET', `${loans}/${lent}`)).body).toMatchObject({
    version: 2,
    title: '石头记',
    fields: { bookTitle: '石头记' },
  })
  expect((await clerk('GET', `${loans}/${lent}`)).status).toBe(404)
  expect((await clerk('GET', loans)).body.rows).toEqual([])
  const neighbour = await server.as({ at: places.neighbour })('GET', `${loans}/${lent}`)
  expect(neighbour.body, 'what lies elsewhere is not called by its name').toMatchObject({
    title: '—',
    labels: { book: '—' },
    fields: { bookTitle: '石头记' },
  })
})

it('what somebody elsewhere still refers to is not removed', async () => {
  const id = await add(books, { title: '水浒传', division: places.village })
  const lent = await add(loans, { book: id, division: places.neighbourVillage })
  const clerk = server.as({ id: 'clerk' })
  expect(await clerk('POST', `${books}/${id}/remove`, {}, seen(1))).toMatchObject({
    status: 409,
    body: { code: 'still-in-use' },
  })
  await everywhere()('POST', `${loans}/${lent}/remove`, {}, seen(1))
  expect((await clerk('POST', `${books}/${id}/remove`, {}, seen(1))).status).toBe(204)
})

it('a row that left a territory is not brought back by somebody who remembers it', async () => {
  const id = await add(books, { title: '西游记', division: places.village })
  await everywhere()('PATCH', `${books}/${id}`, { division: places.neighbourVillage }, seen(1))
  const clerk = server.as({ id: 'clerk' })
  expect((await clerk('POST', `${books}/${id}/restore`)).status, 'while it is there').toBe(404)
  await everywhere()('POST', `${books}/${id}/remove`, {}, seen(2))
  expect((await clerk('POST', `${books}/${id}/restore`)).status, 'after it was removed there').toBe(404)
  const restored = await server.as({ at: places.neighbour })('POST', `${books}/${id}/restore`)
  expect(restored).toMatchObject({ status: 200, body: { version: 4, division: places.neighbourVillage } })
})

it('nobody refers to what he cannot see', async () => {
  const id = await add(books, { title: '三国演义', division: places.neighbourVillage })
  const refused = await server.as()('POST', loans, { book: id, division: places.village })
  expect(refused.body.errors).toMatchObject([{ path: 'book', code: 'referenceMissing' }])
})

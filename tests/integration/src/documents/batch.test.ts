import { places, type TestServer } from '@opendpf/testing'
import { openPdf } from '@opendpf/typesetter/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPaper, decided, freshNumber, paper, path, startPapers } from './support.js'

let server: TestServer
beforeAll(async () => {
  server = await startPapers()
})
afterAll(() => server.stop())

const resultOf = async (job: string) => {
  expect(await server.work.done(job)).toMatchObject({ state: 'done' })
  return (await server.as()('GET', `/api/v1/system/jobs/${job}`)).body.fields.result
}

it('prints one document for many rows into one file, in the order that was asked for', async () => {
  const call = server.as({ id: 'clerk', name: '经办员' })
  const [third, first, second] = [
    await decided(call, { addressee: '示例丙' }),
    await decided(call, { addressee: '示例甲' }),
    await decided(call, { addressee: '示例乙' }),
  ]
  const draft = await addPaper(call)
  const rows = [first.id, second.id, third.id, draft.id]
  const { status, body } = await call('POST', `${path}/documents/letter`, { rows })
  expect(status).toBe(202)
  expect(await resultOf(body.job)).toMatchObject({ printed: 3, leftOut: 1 })
  const file = await call('GET', `${path}/documents/letter/${body.job}`)
  expect(file.status).toBe(200)
  const pages = (await openPdf(file.bytes)).pages.map(({ text }) => text.replace(/\s/g, ''))
  expect(pages.map((text) => /示例[甲乙丙]/.exec(text)?.[0])).toEqual(['示例甲', '示例乙', '示例丙'])
  for (const text of pages) expect(text).toContain('第1页共1页')
  const copies = (await call('GET', `${path}/${first.id}/documents`)).body.documents[0].copies
  expect(copies).toMatchObject([{ copy: 1, madeByName: '经办员' }])
  expect((await call('GET', `${path}/documents/slip/${body.job}`)).status).toBe(409)
  expect((await server.as({ id: 'other' })('GET', `${path}/documents/letter/${body.job}`)).status).toBe(404)
})

it('prints what a list holds, and refuses more than a batch takes', async () => {
  const call = server.as({ id: 'clerk' })
  await server.write(({ write }) =>
    write.createMany(
      paper,
      Array.from({ length: 1001 }, (_, index) => ({
        addressee: '名单甲',
        idNumber: index < 2 ? freshNumber() : null,
        reason: index < 2 ? '有事由' : null,
        medium: index < 2 ? 'paper' : 'electronic',
        division: places.village,
        state: 'draft',
      })),
    ),
  )
  const query = (medium: string) => ({ query: { filters: { medium: { any: [medium] }, state: { any: ['draft'] } } } })
  expect((await call('POST', `${path}/documents/slip`, { query: { filters: {} } })).status).toBe(413)
  const { body } = await call('POST', `${path}/documents/slip`, query('paper'))
  expect(await resultOf(body.job)).toMatchObject({ leftOut: 0 })
  expect((await call('POST', `${path}/documents/slip`, {})).status).toBe(400)
})

it('keeps the joint file for a week, and the copies for good', async () => {
  const call = server.as({ id: 'clerk' })
  const { id } = await decided(call)
  const { body } = await call('POST', `${path}/documents/letter`, { rows: [id] })
  await server.work.done(body.job)
  const file = () => call('GET', `${path}/documents/letter/${body.job}`)
  const purge = async () => {
    const job = { job: 'system.purgeFiles', input: {}, actor: server.actor({ at: 'all', id: 'everywhere' }) }
    server.as({ at: 'all', id: 'everywhere' })
    await server.work.done(await server.work.jobs.queue(job))
  }
  server.clock.advance(6 * 86_400_000)
  await purge()
  expect((await file()).status).toBe(200)
  server.clock.advance(2 * 86_400_000)
  await purge()
  expect((await file()).status).toBe(409)
  expect((await call('GET', `${path}/${id}/documents/letter/1`)).status).toBe(200)
})

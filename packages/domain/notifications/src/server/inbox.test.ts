import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCounty } from '../testing/county.js'

type County = Awaited<ReturnType<typeof openCounty>>
let county: County
beforeAll(async () => {
  county = await openCounty()
  await county.addVisits(52)
  await county.run('remind')
})
afterAll(() => county.server.stop())

const as = (id: string, at: string = places.town) =>
  county.server.as({ id, at, may: ['notifications:message.read', 'rounds:visit.read'] })

it('shows whoever is signed in what is for him, newest first and page by page', async () => {
  const town = as(county.clerks.town)
  const count = await town('GET', '/api/v1/notifications/inbox/count')
  expect(count.body).toMatchObject({ unread: 52 })
  const first = (await town('GET', '/api/v1/notifications/inbox')).body
  expect(first.messages).toHaveLength(50)
  expect(first.messages[0]).toMatchObject({
    id: count.body.newest,
    subject: '年度走访到期',
    text: '请在2026-06-15前走访。',
    aboutRecord: 'rounds.visit',
    readAt: null,
  })
  const second = (await town('GET', `/api/v1/notifications/inbox?before=${first.before}`)).body
  expect(second).toMatchObject({ before: null, messages: { length: 2 } })
  expect((await town('GET', '/api/v1/notifications/inbox?before=x')).status).toBe(400)
})

it('what was read is no longer counted, and nobody reads for another', async () => {
  const [town, other] = [as(county.clerks.town), as(county.clerks.county, places.county)]
  const { messages } = (await town('GET', '/api/v1/notifications/inbox')).body
  const ids = [messages[0].id]
  expect((await other('POST', '/api/v1/notifications/inbox/read', { ids })).body).toEqual({ marked: 0 })
  expect((await town('POST', '/api/v1/notifications/inbox/read', { ids })).body).toEqual({ marked: 1 })
  expect((await town('POST', '/api/v1/notifications/inbox/read', { ids })).body).toEqual({ marked: 0 })
  expect((await town('GET', '/api/v1/notifications/inbox/count')).body).toMatchObject({ unread: 51 })
  expect((await town('POST', '/api/v1/notifications/inbox/read', { all: true })).body).toEqual({ marked: 51 })
  expect((await town('GET', '/api/v1/notifications/inbox/count')).body).toEqual({ unread: 0, newest: null })
})

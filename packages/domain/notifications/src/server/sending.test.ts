import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Channel, smsGateway, useChannels } from '../channels/index.js'
import { openCounty } from '../testing/county.js'
import { openGateway } from '../testing/outside.js'
import { mostAttempts } from './settle.js'

type County = Awaited<ReturnType<typeof openCounty>>
let county: County
let gateway: Awaited<ReturnType<typeof openGateway>>
let sms: Channel
beforeAll(async () => {
  county = await openCounty()
  gateway = await openGateway()
  sms = smsGateway({
    url: gateway.url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"to":"{{phone}}","text":"{{text}}","id":"{{id}}"}',
    accepts: '"code":0',
    perMinute: 12,
  })
  useChannels(county.server.platform.registry, { sms })
})
afterEach(() => {
  Object.assign(gateway.answer, { status: 200, text: '{"code":0}' })
  gateway.received.length = 0
})
afterAll(async () => {
  await county.server.stop()
  await gateway.close()
})

/** Messages that wait: of as many visits. */
async function wait(count: number): Promise<readonly string[]> {
  const visits = await county.addVisits(count)
  await county.step(visits, 'make')
  return visits.map(({ id }) => id)
}
const statesOf = async (about: readonly string[]) =>
  (await county.messages({ about, template: 'rounds.visited' })).map(({ state }) => state)
const hours = (count: number) => county.server.clock.advance(count * 3_600_000)

describe('what waits', () => {
  it('goes out, no more in a minute than the gateway takes', async () => {
    const about = await wait(14)
    await county.run('send')
    expect(gateway.received).toHaveLength(12)
    await county.run('send')
    expect(gateway.received).toHaveLength(14)
    expect(new Set(gateway.received.map(({ body }) => JSON.parse(body).id)).size).toBe(14)
    expect(new Set(await statesOf(about))).toEqual(new Set(['sent']))
    await county.run('send')
    expect(gateway.received).toHaveLength(14)
  })

  it('waits for a gateway that is down, and nobody else does', async () => {
    gateway.answer.status = 401
    const about = await wait(11)
    await county.run('send')
    // one look is enough to know
    expect(gateway.received).toHaveLength(10)
    expect(new Set(await statesOf(about))).toEqual(new Set(['queued']))
    gateway.answer.status = 200
    hours(1)
    await county.run('send')
    expect(new Set(await statesOf(about))).toEqual(new Set(['sent']))
  })

  it('is given up when it is refused, or after two days, and can be tried again', async () => {
    gateway.answer.status = 400
    const [refused = ''] = await wait(1)
    await county.run('send')
    expect(await statesOf([refused])).toEqual(['failed'])
    gateway.answer.status = 500
    const [late = ''] = await wait(1)
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      await county.run('send')
      hours(7)
    }
    const [failed] = await county.messages({ about: late, template: 'rounds.visited' })
    expect(failed).toMatchObject({ state: 'failed', attempts: mostAttempts, failure: 'HTTP 500' })
    const again = `/api/v1/notifications/messages/${failed?.id}/do/tryAgain`
    expect((await county.call('POST', again, {}, { 'if-match': `"${failed?.version}"` })).status).toBe(200)
    gateway.answer.status = 200
    await county.run('send')
    expect(await statesOf([late])).toEqual(['sent'])
  })

  it('is listed when its way is taken away', async () => {
    const about = await wait(1)
    useChannels(county.server.platform.registry, {})
    await county.run('send')
    expect(await statesOf(about)).toEqual(['listed'])
    useChannels(county.server.platform.registry, { sms })
    await county.run('send')
    expect(gateway.received).toEqual([])
  })

  it('is not sent once somebody has dropped it', async () => {
    const about = await wait(1)
    const [waiting] = await county.messages({ about: about[0], template: 'rounds.visited' })
    const drop = `/api/v1/notifications/messages/${waiting?.id}/do/drop`
    await county.call('POST', drop, { note: '已上门' }, { 'if-match': `"${waiting?.version}"` })
    await county.run('send')
    expect(gateway.received).toEqual([])
    expect(await statesOf(about)).toEqual(['dropped'])
  })
})

it('what is older than the county keeps it is removed', async () => {
  hours(24 * 366 * 2)
  await wait(1)
  await county.run('purge')
  expect(await county.messages({ template: 'rounds.visited' })).toHaveLength(1)
})

import type { IncomingHttpHeaders, Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toil, toilServer } from '@opendpf/fixtures'
import type { DomainEvent, ModuleServer } from '@opendpf/kit/server'
import { allowHosts, deliverEvents, mostAttempts, pauseAfter, signatureOf, writeTransaction } from '@opendpf/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const secret = 'a secret of a test that protects nothing'

let told: DomainEvent[]
let failing: (event: DomainEvent) => boolean
/** Leaves a note of each event it is told. */
const listening = {
  ...toilServer,
  on: {
    'toil.note.made': async (event, { write }) => {
      await write.create(toil.records.note, { text: `told ${event.id}`, division: places.village })
      if (failing(event)) throw new Error('a secret: 990121198503070012')
      told.push(event)
    },
  },
} satisfies Partial<ModuleServer> as unknown as ModuleServer

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
let server: TestServer
let receiver: Server
let received: Received[]
let answer: { status: number; headers?: Record<string, string> }
let port: number

beforeEach(async () => {
  told = []
  received = []
  failing = () => false
  answer = { status: 204 }
  server = await startTestServer({ modules: [listening] })
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      response.writeHead(answer.status, answer.headers).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  port = (receiver.address() as AddressInfo).port
})
afterEach(async () => {
  receiver.closeAllConnections()
  await new Promise((resolve) => receiver.close(resolve))
  await server.stop()
})

const failures: unknown[] = []
const deliver = () => deliverEvents({ platform: server.platform, onFailure: ({ error }) => void failures.push(error) })
const emit = (id: string, county: '990121' | '990122' = '990121', name = 'toil.note.made') =>
  writeTransaction(
    server.platform,
    { actor: server.actor({ at: `${county}000000` }), locale: 'zh-CN' },
    async ({ context }) => context.write.emit(name, { id }),
  )
const admin = () => server.as({ id: 'admin', at: places.county, may: ['system:webhook.*'] })
const hook = (values: Readonly<Record<string, unknown>> = {}) =>
  admin()('POST', '/api/v1/system/webhooks', {
    title: '县平台',
    url: `http://127.0.0.1:${port}/events`,
    secret,
    events: ['toil.*'],
    isActive: true,
    division: places.county,
    ...values,
  })
const allow = (): void => allowHosts(server.platform.registry, [`127.0.0.1:${port}`])
const log = async (state: string) => (await admin()('GET', `/api/v1/system/deliveries?state=${state}`)).body.deliveries

describe('a module that listens', () => {
  it('is told once, and what it does then is there', async () => {
    await emit('a')
    await deliver()
    await deliver()
    expect(told).toMatchObject([{ name: 'toil.note.made', county: '990121', payload: { id: 'a' } }])
    expect((await log('done')).map(({ target }: { target: string }) => target)).toEqual(['module:toil'])
    expect(await server.write(({ read }) => read.count(toil.records.note, {}))).toBe(1)
  })

  it('is told again after what failed, which leaves nothing behind; the next event of the row waits for it', async () => {
    failing = ({ payload }) => (payload as { id: string }).id === 'a'
    await emit('a')
    await emit('a')
    await emit('b')
    await deliver()
    expect(told.map(({ payload }) => payload)).toEqual([{ id: 'b' }])
    expect(await server.write(({ read }) => read.count(toil.records.note, {}))).toBe(1)
    expect(await log('waiting')).toMatchObject([{ attempts: 0 }, { attempts: 1, message: 'failed' }])
    failing = () => false
    await deliver()
    expect(told).toHaveLength(1)
    server.clock.advance(pauseAfter(1))
    await deliver()
    expect(told.map(({ payload }) => payload)).toEqual([{ id: 'b' }, { id: 'a' }, { id: 'a' }])
    expect(told[1]?.id.localeCompare(told[2]?.id ?? '')).toBe(-1)
  })

  it('is given up after its attempts, which everybody who may sees, and told once more when asked', async () => {
    failing = () => true
    await emit('a')
    await emit('a')
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      await deliver()
      server.clock.advance(pauseAfter(attempt))
    }
    const [dead] = await log('dead')
    expect(dead).toMatchObject({ target: 'module:toil', attempts: mostAttempts, message: 'failed' })
    failing = () => false
    await deliver()
    // the one behind it goes on
    server.clock.advance(pauseAfter(mostAttempts))
    await deliver()
    expect(told).toHaveLength(1)
    const retry = { event: dead.event, target: dead.target }
    expect((await server.as({ at: places.neighbour })('POST', '/api/v1/system/deliveries/retry', retry)).status).toBe(
      404,
    )
    expect((await admin()('POST', '/api/v1/system/deliveries/retry', retry)).status).toBe(204)
    await deliver()
    expect(told).toHaveLength(2)
    expect(await log('dead')).toEqual([])
  })

  it('is told once by several servers', async () => {
    for (let index = 0; index < 20; index += 1) await emit(`row-${index % 4}`)
    await Promise.all([deliver(), deliver(), deliver()])
    await deliver()
    expect(told).toHaveLength(20)
    const orders = Object.values(Object.groupBy(told, ({ payload }) => (payload as { id: string }).id))
    for (const events of orders) {
      const ids = events?.map(({ id }) => id) ?? []
      expect(ids).toEqual(ids.toSorted())
    }
  })
})

describe('a webhook', () => {
  it('gets what it wants of its county, signed, and no other', async () => {
    allow()
    expect((await hook()).status).toBe(201)
    expect((await hook({ title: '已停用', isActive: false })).status).toBe(201)
    expect((await hook({ title: '不要', events: ['persons.*'] })).status).toBe(201)
    await emit('a')
    await emit('b', '990122')
    await deliver()
    expect(received).toHaveLength(1)
    const [{ headers, body } = { headers: {}, body: '' }] = received
    expect(JSON.parse(body)).toEqual({
      id: headers['x-opendpf-delivery'],
      name: 'toil.note.made',
      at: server.clock.now().toISOString(),
      payload: { id: 'a' },
    })
    const timestamp = String(headers['x-opendpf-timestamp'])
    expect(Number(timestamp)).toBe(Math.floor(server.clock.now().getTime() / 1000))
    expect(headers['x-opendpf-signature']).toBe(signatureOf(secret, timestamp, body))
    expect(headers['x-opendpf-signature']).not.toBe(signatureOf(`${secret}.`, timestamp, body))
    expect(JSON.stringify(headers)).not.toContain(secret)
    const done = await log('done')
    expect(done.find(({ target }: { target: string }) => target.startsWith('webhook:'))).toMatchObject({ answer: 204 })
  })

  it('that does not answer well is called again, later each time', async () => {
    allow()
    await hook()
    answer = { status: 503 }
    await emit('a')
    await deliver()
    await deliver()
    expect(received).toHaveLength(1)
    server.clock.advance(pauseAfter(1))
    await deliver()
    expect(received).toHaveLength(2)
    expect(await log('waiting')).toMatchObject([{ attempts: 2, answer: 503, message: 'refused' }])
    answer = { status: 200 }
    server.clock.advance(pauseAfter(2))
    await deliver()
    expect(received[0]?.headers['x-opendpf-delivery']).toBe(received[2]?.headers['x-opendpf-delivery'])
    expect(await log('waiting')).toEqual([])
  })

  it('that answers with another address is not followed', async () => {
    allow()
    await hook()
    answer = { status: 302, headers: { location: `http://127.0.0.1:${port}/elsewhere` } }
    await emit('a')
    await deliver()
    expect(received).toHaveLength(1)
    expect(await log('waiting')).toMatchObject([{ answer: 302 }])
  })

  it('inside the network is neither written down nor called unless the configuration says so', async () => {
    for (const url of [`http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`, 'http://hooks.example.cn/']) {
      const { status, body } = await hook({ url })
      expect([status, body.errors[0].path]).toEqual([422, 'url'])
    }
    allow()
    expect((await hook()).status).toBe(201)
    allowHosts(server.platform.registry, [])
    await emit('a')
    await deliver()
    expect(received).toEqual([])
    expect(await log('waiting')).toMatchObject([{ message: 'scheme' }])
  })

  it('whose name stands for an address inside is not called', async () => {
    expect((await hook({ url: `https://localhost:${port}/` })).status).toBe(201)
    await emit('a')
    await deliver()
    expect(received).toEqual([])
    expect(await log('waiting')).toMatchObject([{ message: 'inside' }])
  })

  it('keeps its secret from whoever reads it', async () => {
    allow()
    const { body } = await hook()
    const shown = await admin()('GET', `/api/v1/system/webhooks/${body.id}`)
    expect(shown.text).not.toContain(secret)
    const stored = await server.connect('owner', (client) => client.query('select * from system_webhook'))
    expect(JSON.stringify(stored.rows)).not.toContain(Buffer.from(secret).toString('hex'))
    expect((await hook({ secret: 'short' })).body.errors[0].path).toBe('secret')
  })
})

import { personsServer } from '@opendpf/persons/server'
import { type Call, startTestServer, type TestServer } from '@opendpf/testing'
import { JSDOM } from 'jsdom'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { addHolder } from '../../../testing/holders.js'
import { startVerifyPage } from '../../../verify/index.js'
import { certificatesServer } from '../../certificates-server.js'

const page = '/certificates/verify'
let server: TestServer
let anybody: Call
let id: string
let token: string
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer, certificatesServer] })
  anybody = server.as({ caller: 'nobody' })
  const call = server.as()
  const holder = await addHolder(call, '1985-03-07')
  const values = { person: holder.id, number: holder.numberOf('4', '2'), issueDate: '2024-03-28' }
  id = (await call('POST', '/api/v1/certificates/certificates', values)).body.id
  const shown = await call('POST', `/api/v1/certificates/certificates/${id}/credential`, { reason: '核对' })
  token = shown.body.presentation
})
afterAll(() => server.stop())
afterEach(() => vi.unstubAllGlobals())

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const send = (credential: string, lang = '') =>
  server.fetchAs({ caller: 'nobody' })(
    new Request(`http://localhost${page}${lang}`, {
      method: 'POST',
      headers: form,
      body: new URLSearchParams({ credential }),
    }),
  )
const tampered = () => token.replace(/^(.{150})./, (_, start: string) => `${start}${token[150] === 'A' ? 'B' : 'A'}`)

describe('the page on which anybody verifies, without a script', () => {
  it('answers in words what was sent, and keeps it out of the address', async () => {
    const answer = await send(token)
    expect(answer.status).toBe(200)
    expect(answer.url).not.toContain(token.slice(0, 20))
    const { document } = new JSDOM(await answer.text()).window
    expect(document.querySelector('#result h2')?.textContent).toBe('✓有效')
    const facts = document.querySelector('#result dl')?.textContent
    for (const words of ['肢体残疾', '重度（一级、二级）', '示范县（990121）', '2034-03-27'])
      expect(facts).toContain(words)
    // what was sent is not written back
    expect(document.querySelector('textarea')?.textContent).toBe('')
  })

  it('says what is not genuine, in the language that is asked for', async () => {
    expect(await (await send(tampered())).text()).toContain('不是真的')
    expect(await (await send('something', '?lang=en')).text()).toContain('Not genuine')
    const empty = await send('  ')
    expect(empty.status).toBe(422)
    const { document } = new JSDOM(await empty.text()).window
    const field = document.querySelector('textarea')
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    for (const part of field?.getAttribute('aria-describedby')?.split(' ') ?? ['none'])
      expect(document.getElementById(part)?.textContent).not.toBe('')
  })

  it('lets scripts of this server run and no others, and is kept by nobody', async () => {
    const { headers } = await anybody('GET', page)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`script-src 'self'`)
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).not.toContain('unsafe')
    expect(headers.get('cache-control')).toBe('no-store')
    expect((await anybody('GET', `${page}.css`)).headers.get('content-security-policy')).not.toContain('script-src')
    expect((await anybody('GET', '/certificates/nowhere')).status).toBe(404)
  })
})

describe('the same page with its script', () => {
  /** Opens the page in a browser that can be taken off the network. */
  const open = async () => {
    const network = { isOn: true }
    const asked: string[] = []
    vi.stubGlobal('fetch', (path: string) => {
      if (!network.isOn) return Promise.reject(new TypeError('offline'))
      asked.push(path)
      return server.fetchAs({ caller: 'nobody' })(new Request(`http://localhost${path}`))
    })
    const { document, Event } = new JSDOM((await anybody('GET', page)).text).window
    await startVerifyPage(document, server.clock)
    const state = () => document.querySelector('#state')?.textContent ?? ''
    const heading = () => document.querySelector('#result h2')?.textContent ?? ''
    const verify = async (text: string) => {
      const field = document.querySelector('textarea')
      if (!field) throw new Error('no field')
      field.value = text
      const before = document.querySelector('#result h2')
      const event = new Event('submit', { cancelable: true, bubbles: true })
      document.querySelector('form')?.dispatchEvent(event)
      expect(event.defaultPrevented).toBe(true)
      await vi.waitFor(() => {
        const now = document.querySelector('#result h2')
        expect(now).not.toBeNull()
        expect(now).not.toBe(before)
      })
      expect(document.activeElement).toBe(document.querySelector('#result h2'))
      return heading()
    }
    return { network, asked, state, verify }
  }

  it('verifies without a network once it has fetched keys and lists, and sends nothing of what it verifies', async () => {
    const { network, asked, state, verify } = await open()
    await vi.waitFor(() => expect(state()).toContain('断网也能核验'))
    network.isOn = false
    expect(await verify(token)).toBe('✓有效')
    expect(await verify(tampered())).toBe('✕不是真的')
    server.clock.advance(13 * 3_600_000)
    expect(await verify(token)).toBe('?不能判断')
    server.clock.advance(11 * 3_600_000)
    expect(await verify(token)).toBe('✕已过期')
    expect(asked.toSorted()[0]).toBe('/api/v1/certificates/public/credential-keys')
    expect(asked.join(' ')).not.toContain(token.slice(0, 20))
    server.clock.advance(-24 * 3_600_000)
  })

  it('says that it cannot say where nothing was fetched', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    const { document } = new JSDOM((await anybody('GET', page)).text).window
    await startVerifyPage(document)
    await vi.waitFor(() => expect(document.querySelector('#state')?.textContent).toContain('没有取到'))
  })

  it('leaves the form to the server where the browser has no cryptography', async () => {
    const { document, Event } = new JSDOM((await anybody('GET', page)).text).window
    vi.stubGlobal('crypto', {})
    await startVerifyPage(document)
    const event = new Event('submit', { cancelable: true })
    document.querySelector('form')?.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
    expect(document.querySelector('#privacy')?.textContent).toContain('由服务器核验')
  })
})

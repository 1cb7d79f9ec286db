import { fc, it as property } from '@fast-check/vitest'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openGateway, openMailServer } from '../testing/outside.js'
import { type SmsGateway, smsGateway, smtpChannel } from './index.js'

const message = { id: '0197', address: 'someone@example.cn', subject: '残疾人证到期', text: '请换证。\n.\n谢谢' }
const smtp = { host: '127.0.0.1', isSecure: false, from: '残联 <dpf@example.cn>', perMinute: 60 }

describe('e-mail', () => {
  let mail: Awaited<ReturnType<typeof openMailServer>>
  beforeAll(async () => {
    mail = await openMailServer()
  })
  afterAll(() => mail.close())

  it('arrives whole, under an id that is the same each time', async () => {
    const channel = smtpChannel({ ...smtp, port: mail.port, user: 'dpf', password: 'right' })
    expect(await channel.send(message)).toEqual({ kind: 'sent', receipt: '<0197@example.cn>' })
    const [{ to, raw } = { to: [], raw: '' }] = mail.received
    expect(to).toEqual(['someone@example.cn'])
    expect(raw).toContain('Auto-Submitted: auto-generated')
    expect(Buffer.from(raw.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8')).toContain('请换证。')
  })

  it.each([
    ['an address that is not known', { address: 'gone@example.cn' }, {}, 'unknown', 'SMTP 550'],
    ['a password that is wrong', {}, { user: 'dpf', password: 'wrong' }, 'down', 'EAUTH'],
    ['a server that is not there', {}, { port: 1 }, 'down', 'SMTP'],
  ])('tells %s apart', async (_, about, how, kind, reason) => {
    const outcome = await smtpChannel({ ...smtp, port: mail.port, ...how }).send({ ...message, ...about })
    expect(outcome).toMatchObject({ kind, reason: expect.stringContaining(reason) })
    expect(JSON.stringify(outcome)).not.toContain('example.cn')
  })

  it('goes to one address, whatever is written there', async () => {
    const before = mail.received.length
    await smtpChannel({ ...smtp, port: mail.port }).send({ ...message, address: 'a@example.cn, b@example.cn' })
    for (const { to } of mail.received.slice(before)) expect(to).not.toContain('b@example.cn')
  })
})

describe('an SMS gateway', () => {
  let gateway: Awaited<ReturnType<typeof openGateway>>
  let settings: SmsGateway
  beforeAll(async () => {
    gateway = await openGateway()
  })
  beforeEach(() => {
    Object.assign(gateway.answer, { status: 200, text: '{"code":0}' })
    settings = {
      url: gateway.url,
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer {{secret}}' },
      body: '{"to":"{{phone}}","content":"{{text}}","serial":"{{id}}"}',
      secret: 'key-1',
      accepts: '"code":0',
      perMinute: 60,
    }
  })
  afterAll(() => gateway.close())
  const send = (text = '您的证件到期', more: Partial<SmsGateway> = {}) =>
    smsGateway({ ...settings, ...more }).send({ id: '0197', address: '13900001111', subject: '', text })

  property.prop([fc.string({ maxLength: 80 })], { numRuns: 25 })('is told any text as JSON', async (text) => {
    expect(await send(text)).toEqual({ kind: 'sent', receipt: null })
    const { body, headers } = gateway.received.at(-1) ?? { body: '', headers: new Headers() }
    // a lone half of a pair cannot be sent by anybody
    expect(JSON.parse(body)).toEqual({ to: '13900001111', content: text.toWellFormed(), serial: '0197' })
    expect(headers.get('authorization')).toBe('Bearer key-1')
  })

  it('is told texts in a form and in an address as well', async () => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    await send('满&=意', { headers: form, body: 'to={{phone}}&content={{text}}' })
    expect(new URLSearchParams(gateway.received.at(-1)?.body).get('content')).toBe('满&=意')
    await send('满&=意', { method: 'GET', headers: {}, body: undefined, url: `${gateway.url}?t={{text}}&p={{phone}}` })
    expect(new URL(gateway.received.at(-1)?.url ?? '').searchParams.get('t')).toBe('满&=意')
  })

  it.each([
    [200, '{"code":7}', 'later'],
    [500, '', 'later'],
    [429, '', 'later'],
    [400, '', 'refused'],
    [401, '', 'down'],
    [302, '', 'down'],
  ])('that answers %i %s has the message %s', async (status, text, kind) => {
    Object.assign(gateway.answer, { status, text })
    expect(await send()).toMatchObject({ kind, reason: expect.stringMatching(/^HTTP \d+/) })
  })

  it('that is not there is down', async () => {
    expect(await send('x', { url: 'http://127.0.0.1:1/' })).toEqual({ kind: 'down', reason: 'no connection' })
  })

  it('must be told the number and the text, and nothing that nobody knows', () => {
    expect(() => smsGateway({ ...settings, body: '{"to":"{{phone}}"}' })).toThrow('{{text}}')
    expect(() => smsGateway({ ...settings, body: '{{phone}}{{text}}{{name}}' })).toThrow('{{name}}')
  })
})

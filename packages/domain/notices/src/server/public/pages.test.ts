import { places } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Board, openBoard } from '../../testing/board.js'

let board: Board
beforeEach(async () => {
  board = await openBoard('2026-06-01T02:00:00Z')
})
afterEach(() => board.server.stop())

const form = (values: Readonly<Record<string, string>>): string => new URLSearchParams(values).toString()
const own = {
  'content-type': 'application/x-www-form-urlencoded',
  host: 'dpf.example.cn',
  origin: 'https://dpf.example.cn',
}
const api = '/api/v1/notices/public'

const post = async (values: object = {}) => {
  const award = await board.propose({ person: '欧阳小明', ...values })
  return { award, notice: await board.publish(award), line: await board.line(award) }
}

describe('the public pages', () => {
  it('show what is posted by town, without signing in, and are kept and indexed nowhere', async () => {
    const { notice } = await post()
    await post({ division: places.streetVillage })
    const answer = await board.nobody('GET', '/notices')
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('<html lang="zh-CN">')
    expect(answer.text).toContain('<meta name="robots" content="noindex')
    expect(answer.text).toContain('<caption>示范县石桥镇正在公示的事项</caption>')
    expect(answer.text).toContain('<caption>示范县城关街道正在公示的事项</caption>')
    expect(answer.text).toContain(`href="/notices/${notice}"`)
    for (const [name, value] of [
      ['cache-control', 'no-store'],
      ['x-robots-tag', 'noindex, nofollow'],
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', 'DENY'],
      ['referrer-policy', 'same-origin'],
    ] as const)
      expect(answer.headers.get(name), name).toBe(value)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect((await board.nobody('GET', '/notices/style.css')).headers.get('content-type')).toContain('text/css')
  })

  it('tell of a notice what may be public and nothing else', async () => {
    const { award, notice } = await post()
    const { text, status } = await board.nobody('GET', `/notices/${notice}`)
    expect(status).toBe(200)
    for (const part of [
      '欧阳*明',
      '石桥镇上河村',
      '肢体残疾',
      '二级',
      '2026-06-01至2026-06-08',
      '村务公开栏',
      '0900-1234',
    ])
      expect(text).toContain(part)
    for (const secret of ['欧阳小明', award, '1970-01-01', 'awards.award', '经办人甲'])
      expect(text).not.toContain(secret)
    const json = await board.nobody('GET', `${api}/notices/${notice}`)
    expect(json.body.lines).toEqual([
      {
        id: expect.any(String),
        maskedName: '欧阳*明',
        village: '石桥镇上河村',
        facts: [
          { title: '残疾类别', value: '肢体残疾' },
          { title: '残疾等级', value: '二级' },
        ],
        fromDay: '2026-06-01',
        lastDay: '2026-06-08',
        isObjectedTo: false,
      },
    ])
    const english = await board.nobody('GET', `/notices/${notice}?lang=en`)
    expect(english.text).toContain('<html lang="en">')
    expect(english.text).toContain('Physical')
  })

  it('never show a draft, and say of what has ended that it is gone', async () => {
    const draft = await board.line(await board.propose())
    expect((await board.nobody('GET', `/notices/${draft.notice}`)).status).toBe(404)
    expect((await board.nobody('GET', `${api}/notices/${draft.notice}`)).status).toBe(404)
    const { notice } = await post({ division: places.otherVillage })
    await board.night(9)
    for (const path of [`/notices/${notice}`, `${api}/notices/${notice}`]) {
      const { status, text } = await board.nobody('GET', path)
      expect(status, path).toBe(410)
      expect(text).not.toContain('欧阳')
    }
    expect((await board.nobody('GET', `/notices/${notice}`)).text).toContain('公示已结束')
    expect((await board.nobody('GET', '/notices')).text).toContain('现在没有正在公示的事项')
    expect((await board.nobody('GET', '/notices/x/y')).status).toBe(404)
  })
})

describe('the form', () => {
  it('takes an objection without a script, and gives a code that its outcome can be asked for with', async () => {
    const { notice, line, award } = await post()
    const page = await board.nobody('GET', `/notices/${notice}`)
    expect(page.text).toContain(`action="/notices/${notice}/objections"`)
    const sent = { line: line.id, text: '可以独立行走\r\n请核查', objectorName: '赵某', objectorContact: '' }
    const answer = await board.nobody('POST', `/notices/${notice}/objections`, form(sent), own)
    expect(answer.status).toBe(303)
    const address = answer.headers.get('location') ?? ''
    expect(address).toMatch(/^\/notices\/objections\/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\?new=1$/)
    const thanks = await board.nobody('GET', address)
    expect(thanks.text).toContain('异议已收到')
    const code = address.slice('/notices/objections/'.length, -'?new=1'.length)
    expect(thanks.text).toContain(code)
    expect((await board.line(award)).state).toBe('objected')
    expect((await board.nobody('GET', `/notices/${notice}`)).text).toContain('有异议，正在核查')

    const { body } = await board.clerk('GET', '/api/v1/notices/objections')
    const [{ id, fields }] = body.rows
    expect(fields).toMatchObject({ channel: 'page', receivedOn: '2026-06-01', state: 'open' })
    const revealed = await board.clerk('POST', `/api/v1/notices/objections/${id}/reveal`, {
      fields: ['text', 'objectorName', 'objectorContact'],
      reason: '核查异议',
    })
    expect(revealed.body.values).toEqual({
      text: '可以独立行走\n请核查',
      objectorName: '赵某',
      objectorContact: null,
    })
    const log = await board.clerk('GET', `/api/v1/notices/objections/${id}/timeline`)
    expect(log.text).toContain('公众')

    await board.expectDone(board.objectionStep(id, 'reject'))
    // as somebody types it
    const asked = await board.nobody('GET', `/notices/objections/${code.replaceAll('-', '').toLowerCase()}`)
    expect(asked.text).toContain('异议不成立')
    expect(asked.text).not.toContain('走访核实')
    expect((await board.nobody('GET', `${api}/objections/${code}`)).body).toEqual({
      receiptCode: code,
      receivedOn: '2026-06-01',
      decidedOn: '2026-06-01',
      state: 'rejected',
    })
  })

  it('says beside each field what is wrong, and keeps what was written', async () => {
    const { notice } = await post()
    const wrong = { line: 'x', text: '', objectorName: '甲'.repeat(51), objectorContact: '电话 & "住址"' }
    const { status, text } = await board.nobody('POST', `/notices/${notice}/objections`, form(wrong), own)
    expect(status).toBe(422)
    expect(text).toContain('<p class="error" id="text-error">请填写异议内容和理由</p>')
    expect(text).toContain('<p class="error" id="objectorName-error">不超过 50 字</p>')
    expect(text).toContain('<p class="error" id="line-error">请从名单中选择</p>')
    expect(text).toContain('aria-describedby="text-hint text-error" aria-invalid="true"')
    expect(text).toContain('<a href="#text">请填写异议内容和理由</a>')
    expect(text).toContain('value="电话 &amp; &quot;住址&quot;"')
    expect((await board.clerk('GET', '/api/v1/notices/objections')).body.rows).toEqual([])
  })

  it('is taken from our own page alone', async () => {
    const { notice } = await post()
    const send = (headers: Readonly<Record<string, string>>) =>
      board.nobody('POST', `/notices/${notice}/objections`, form({ text: '不实' }), { ...own, ...headers })
    expect((await send({ origin: 'https://elsewhere.example.cn' })).status).toBe(403)
    expect((await send({ origin: 'null', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await send({ origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(303)
  })

  it('is taken so often from one address, and then from others still', async () => {
    const { notice } = await post()
    const send = (address: string) =>
      board.nobody('POST', `/notices/${notice}/objections`, form({ text: '不实' }), {
        ...own,
        'x-test-address': address,
      })
    for (let count = 1; count <= 10; count += 1) expect((await send('192.0.2.1')).status).toBe(303)
    const refused = await send('192.0.2.1')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.text).toContain('操作太频繁')
    expect((await send('192.0.2.2')).status).toBe(303)
  })

  it('as JSON takes what the page takes, and nothing else', async () => {
    const { notice, line } = await post()
    const send = (body: unknown, headers = {}) =>
      board.nobody('POST', `${api}/notices/${notice}/objections`, body, headers)
    for (const extra of ['state', 'channel', 'receivedOn', 'decisionNote', 'notice', 'receiptCode'])
      expect((await send({ text: '不实', [extra]: 'x' })).status, extra).toBe(400)
    expect((await send({})).status).toBe(400)
    expect((await send({ text: 'x'.repeat(2001) })).status).toBe(400)
    expect((await send(form({ text: '不实' }), { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      415,
    )
    const { status, body } = await send({ text: '不实', line: line.id })
    expect(status).toBe(201)
    expect(body).toEqual({ receiptCode: expect.stringMatching(/^.{4}-.{4}-.{4}$/) })
  })
})

it('a code that is none is told so beside the field', async () => {
  expect((await board.nobody('GET', '/notices/objections?code=abc')).headers.get('location')).toBe(
    '/notices/objections/abc',
  )
  const { status, text } = await board.nobody('GET', '/notices/objections/abc')
  expect(status).toBe(404)
  expect(text).toContain('没有这个编号')
  expect(text).toContain('aria-invalid="true" aria-describedby="code-error"')
})

import { funds } from '@opendpf/funds'
import { openSheet, readRows, textOf } from '@opendpf/sheets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { payments } from '../../contract/index.js'
import { codesOf, type Desk, openDesk, regular } from '../../testing/payment-desk.js'

const { batch, line, exchange, fileTemplate } = payments.records
let desk: Desk
let budget: string

beforeAll(async () => {
  desk = await openDesk()
  budget = await desk.money(10_000_000)
})
afterAll(() => desk.server.stop())

let cycles = 0
const cycle = () => {
  cycles += 1
  return { cycle: `cycle-${cycles}` }
}
const two = async () => [await desk.person(), await desk.person()] as const

/** The file that went to the bank, as somebody opens it. */
async function fileOf(id: string) {
  const [row] = await desk.rows(exchange, `batch=${id}&direction=out`)
  const fields = await desk.read(exchange, row?.id ?? '')
  const path = `${desk.server.path(exchange)}/${row?.id}/attachments/file/${fields.file[0].id}`
  return { fields, path, answer: await desk.clerk('POST', `${path}/reveal`, { reason: '送银行' }) }
}

describe('the file to the bank', () => {
  it('is made by a job after the approval, as the template of the county says, and kept with its hash', async () => {
    const [one, other] = await two()
    const id = await desk.approved(budget, [regular(one.id), regular(other.id, 12_345)], cycle())
    await desk.makeFiles()
    expect(await desk.batch(id)).toMatchObject({ state: 'filed' })
    const { fields, answer } = await fileOf(id)
    expect(fields).toMatchObject({ state: 'made', lines: 2, amount: 20_345 })
    expect(new TextDecoder('gb18030', { fatal: true }).decode(answer.bytes)).toBe(
      `2^203.45\r\n1^${one.number}^${one.name}^80.00^生活补贴\r\n2^${other.number}^${other.name}^123.45^生活补贴\r\n`,
    )
    // the file holds account numbers: nobody opens it without a reason, which is logged
    expect((await desk.clerk('GET', (await fileOf(id)).path)).status).toBe(403)
  })

  it('is a workbook where the bank wants one', async () => {
    const [one] = await two()
    const { batch: id } = await desk.pay(budget, [regular(one.id)], cycle())
    const [workbook] = (await desk.rows(fileTemplate, '')).filter(({ fields }) => fields.form === 'workbook')
    await desk.expectDone(desk.step(batch, id, 'arrange', { template: workbook?.id, dueOn: '2026-06-10' }))
    await desk.expectDone(desk.step(batch, id, 'verify'))
    await desk.expectDone(desk.step(batch, id, 'review', {}, desk.first))
    await desk.expectDone(desk.step(batch, id, 'approve', {}, desk.second))
    await desk.makeFiles()
    const { answer } = await fileOf(id)
    const rows: string[][] = []
    for await (const { cells } of readRows(await openSheet(answer.bytes), 0)) rows.push(cells.map(textOf))
    expect(rows[0]).toEqual(['序号', '户名', '账号', '开户行', '金额（元）', '月份', '备注'])
    expect(rows[1]).toEqual(['1', one.name, one.number, '农商银行', '80', '2026-06', '生活补贴'])
  })

  it('is sent by somebody who did not approve', async () => {
    const [one] = await two()
    const id = await desk.approved(budget, [regular(one.id)], cycle())
    await desk.makeFiles()
    const send = (by = desk.cashier) => desk.step(batch, id, 'send', { sentOn: '2026-06-08' }, by)
    for (const by of [desk.first, desk.second]) expect((await send(by)).body.code).toBe('another-person-required')
    expect((await send()).status).toBe(200)
  })
})

describe('the file from the bank', () => {
  it('books what was paid and what came back, with code and reason, and gives the money back to the fund', async () => {
    const own = await desk.money(100_000)
    const [one, other] = await two()
    const id = await desk.sent(own, [regular(one.id), regular(other.id, 6000)], cycle())
    const { status, body } = await desk.bring(id, await desk.answerTo(id, { 2: '账户已销户' }))
    expect([status, body.fields]).toMatchObject([200, { state: 'booked', paid: 1, returned: 1, missing: 0 }])
    const [first, second] = await desk.linesOf(id)
    expect(first?.fields).toMatchObject({ state: 'paid', paidOn: '2026-06-08' })
    expect(second?.fields).toMatchObject({ state: 'returned', returnCode: 'E01', returnText: '账户已销户' })
    expect(await desk.batch(id)).toMatchObject({ amount: 14_000, paid: 8000, returned: 6000 })
    expect(await desk.read(funds.records.budgetLine, own)).toMatchObject({ reserved: 0, spent: 8000 })
    expect((await desk.step(batch, id, 'reconcile', {}, desk.cashier)).status).toBe(200)
    expect(codesOf(await desk.step(batch, id, 'close', {}, desk.cashier))).toEqual(['batch.guard.returnsSettled'])
  })

  it('that comes again changes nothing', async () => {
    const [one, other] = await two()
    const id = await desk.sent(budget, [regular(one.id), regular(other.id)], cycle())
    const answer = await desk.answerTo(id)
    const half = answer.split('\r\n').slice(0, 2).join('\r\n')
    expect((await desk.bring(id, half)).body.fields).toMatchObject({ state: 'booked', paid: 1, missing: 1 })
    const before = await desk.linesOf(id)
    expect(codesOf(await desk.bring(id, half))).toEqual(['batch.problem.again'])
    expect(await desk.linesOf(id)).toEqual(before)
    // the whole file says the first line once more, and the second for the first time
    expect((await desk.bring(id, answer)).body.fields).toMatchObject({ state: 'booked', paid: 1, lines: 2, missing: 0 })
    expect(await desk.batch(id)).toMatchObject({ paid: 16_000, returned: 0 })
  })

  it.each([
    ['another amount', (text: string) => text.replace('^80.00^', '^80.01^'), '第 2 行：金额和本批次的不一致'],
    ['an unknown line', (text: string) => `${text}9^1^x^80.00^成功^^\r\n`, '第 4 行：本批次没有这一笔'],
    ['another account', (text: string) => text.replace('^6222', '^6223'), '第 2 行：账号和本批次的不一致'],
    ['a line twice', (text: string) => text + (text.split('\r\n')[1] ?? ''), '第 4 行：同一笔在文件中出现两次'],
    ['no result', (text: string) => text.replace('成功', ''), '第 2 行：序号、金额或者结果读不出来'],
    ['nothing that can be read', () => 'x', '文件不能按模板读取'],
  ])('with %s is refused as a whole, and says what is wrong where', async (_, spoil, message) => {
    const [one, other] = await two()
    const id = await desk.sent(budget, [regular(one.id), regular(other.id)], cycle())
    const { status, body } = await desk.bring(id, spoil(await desk.answerTo(id)))
    expect([status, body.fields.state, body.fields.problemCount]).toEqual([200, 'refused', 1])
    expect(body.fields.problems).toContain(message)
    expect((await desk.rows(line, `batch=${id}`)).map(({ fields }) => fields.state)).toEqual(['pending', 'pending'])
    expect(await desk.batch(id)).toMatchObject({ paid: 0, returned: 0 })
    // mended it is taken
    expect((await desk.bring(id, await desk.answerTo(id))).body.fields.state).toBe('booked')
  })

  it('is not brought by who approved, nor before the batch was sent', async () => {
    const [one] = await two()
    const id = await desk.approved(budget, [regular(one.id)], cycle())
    const answer = await desk.answerTo(id)
    expect((await desk.bring(id, answer)).body.code).toBe('wrong-state')
    await desk.makeFiles()
    await desk.expectDone(desk.step(batch, id, 'send', { sentOn: '2026-06-08' }, desk.cashier))
    for (const by of [desk.first, desk.second])
      expect((await desk.bring(id, answer, by)).body.code).toBe('another-person-required')
  })
})

import { funds } from '@opendpf/funds'
import { persons } from '@opendpf/persons'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { payments } from '../contract/index.js'
import { codesOf, type Desk, openDesk, regular } from '../testing/payment-desk.js'

const { batch, line, accountException } = payments.records
let desk: Desk
let budget: string

beforeAll(async () => {
  desk = await openDesk()
  budget = await desk.money(10_000_000)
})
afterAll(() => desk.server.stop())

/** Somebody whose money of the month came back. */
async function returned(cycle: string) {
  const one = await desk.person()
  const id = await desk.sent(budget, [regular(one.id)], { cycle })
  await desk.bring(id, await desk.answerTo(id, { 1: '账号不存在' }))
  return { one, id }
}
const again = (id: string, values = {}) => desk.clerk('POST', '/api/v1/payments/reissues', { batch: id, ...values })
const state = async (id: string) => (await desk.linesOf(id)).map(({ fields }) => fields.state)

describe('a line that came back', () => {
  it('is paid anew once, to the account that was mended', async () => {
    const { one, id } = await returned('r1')
    // nobody pays to an account that has just failed without saying that it is right
    expect(codesOf(await again(id))).toEqual(['line.problem.sameAccount'])
    await desk.expectDone(
      desk.change(persons.records.account, one.account ?? '', { isDefault: false, closedOn: '2026-06-08' }),
    )
    await desk.account(one.id, { number: '6222000088880001', holderName: one.name })
    const { body } = await again(id)
    expect(await state(id)).toEqual(['replaced'])
    const [fresh] = await desk.linesOf(body.batch)
    expect(await desk.read(line, fresh?.id ?? '')).toMatchObject({ state: 'pending', net: 8000, problem: null })
    expect(codesOf(await again(id))).toEqual(['line.problem.notReturned'])
    // the month is taken by the new line
    await expect(desk.pay(budget, [regular(one.id)], { cycle: 'r1b' })).rejects.toMatchObject({
      fields: [{ code: 'line.problem.twice' }],
    })
  })

  it('is open again when the batch that was to pay it anew is dropped, and its own batch closes afterwards', async () => {
    const { id } = await returned('r2')
    await desk.expectDone(desk.step(batch, id, 'reconcile', {}, desk.cashier))
    const { body } = await again(id, { isAccountRight: true })
    const close = () => desk.step(batch, id, 'close', {}, desk.cashier)
    expect(codesOf(await close())).toEqual(['batch.guard.returnsSettled'])
    await desk.expectDone(desk.step(batch, body.batch, 'drop', { dropReason: '账户有误' }))
    expect(await state(id)).toEqual(['returned'])
    const [open] = await desk.linesOf(id)
    await desk.expectDone(desk.step(line, open?.id ?? '', 'drop', { dropReason: '本人放弃' }))
    expect((await close()).status).toBe(200)
    expect(await desk.batch(id)).toMatchObject({ state: 'closed', paid: 0, returned: 8000 })
    // what was closed stays as it is
    expect((await desk.change(batch, id, { dueOn: '2026-12-31' })).status).toBe(405)
    const verbs = ['arrange', 'refresh', 'takeResult', 'reconcile', 'drop'] as const
    const answers = []
    for (const verb of verbs) answers.push((await desk.step(batch, id, verb, {}, desk.cashier)).body.code)
    expect(answers).toEqual(verbs.map(() => 'wrong-state'))
  })

  it('whose money was never given back is not let go of', async () => {
    const one = await desk.person()
    const id = await desk.sent(budget, [regular(one.id)], { cycle: 'r3' })
    const [row] = await desk.linesOf(id)
    const dropped = await desk.step(line, row?.id ?? '', 'drop', { dropReason: '死亡' })
    expect(codesOf(dropped)).toEqual(['line.problem.approved'])
  })
})

/** Ids of what is found about accounts. */
async function foundBy(finding: string): Promise<readonly string[]> {
  const asked = desk.clerk('POST', '/api/v1/payments/account-findings', { finding, limit: 200 })
  return (await desk.expectDone(asked)).rows.map(({ id }: { id: string }) => id)
}

describe('an account in another name', () => {
  it('is paid to once two others have approved, and no longer when its number changes', async () => {
    const one = await desk.person({ hasAccount: false })
    const account = await desk.account(one.id, {
      number: '6222000077770001',
      holderName: '监护人甲',
      thirdPartyReason: '未成年人，由监护人代领',
    })
    const { batch: id } = await desk.pay(budget, [regular(one.id)], { cycle: 'e1' })
    const problem = async () => {
      await desk.expectDone(desk.step(batch, id, 'refresh'))
      return (await desk.linesOf(id))[0]?.fields.problem
    }
    expect(await problem()).toBe('not-approved')
    const asked = await desk.make(accountException, { account, ground: 'guardian', reason: '监护人代领' })
    for (const [verb, by] of [
      ['confirm', desk.first],
      ['approve', desk.second],
    ] as const) {
      expect((await desk.step(accountException, asked, verb)).body.code).toBe('another-person-required')
      await desk.expectDone(desk.step(accountException, asked, verb, {}, by))
    }
    expect(await problem()).toBe(null)
    expect(await foundBy('other-name')).toContain(account)
    expect(await foundBy('unapproved')).not.toContain(account)
    desk.server.clock.advance(1000)
    await desk.expectDone(desk.change(persons.records.account, account, { number: '6222000077770002' }))
    expect(await problem()).toBe('not-approved')
    // two have approved another number
    expect(await foundBy('unapproved')).toContain(account)
    await desk.expectDone(desk.change(persons.records.account, account, { number: '6222000077770001' }))
    expect(await problem()).toBe(null)
    expect(await foundBy('unapproved')).not.toContain(account)
  })

  it('needs no leave in the person’s own name, and is listed beside those that several share', async () => {
    const [one, other] = [await desk.person(), await desk.person({ hasAccount: false })]
    const own = await desk.clerk('POST', desk.server.path(accountException), {
      account: one.account,
      ground: 'guardian',
      reason: '不需要',
    })
    expect(codesOf(own)).toEqual(['accountException.problem.own'])
    const shared = await desk.account(other.id, {
      number: one.number,
      holderName: one.name,
      thirdPartyReason: '家庭成员代领',
    })
    expect((await foundBy('shared')).toSorted()).toEqual([one.account, shared].toSorted())
    expect(await foundBy('other-name')).toContain(shared)
    expect(await foundBy('other-name')).not.toContain(one.account)
    expect(await foundBy('unapproved')).toContain(shared)
    const none = await desk.person({ hasAccount: false })
    await desk.pay(budget, [regular(none.id)], { cycle: 'e3' })
    expect(await foundBy('missing')).toContain(none.id)
    expect(await foundBy('missing')).not.toContain(one.id)
    // an account that is entered is one, whatever the line says until it is looked up anew
    await desk.account(none.id, { number: '6222000088880001', holderName: none.name, isDefault: true })
    expect(await foundBy('missing')).not.toContain(none.id)
    const spaced = await desk.person({ hasAccount: false })
    const written = await desk.account(spaced.id, {
      number: '6222000088880002',
      holderName: `${spaced.name.slice(0, 1)} ${spaced.name.slice(1)}`,
    })
    expect(await foundBy('other-name')).not.toContain(written)
    const elsewhere = { finding: 'missing', within: '990121101000' }
    expect((await desk.clerk('POST', '/api/v1/payments/account-findings', elsewhere)).body.rows).toEqual([])
    const { batch: id } = await desk.pay(budget, [regular(one.id)], { cycle: 'e2' })
    const [row] = await desk.rows(line, `batch=${id}&isShared=true`)
    expect(row?.fields.person).toBe(one.id)
  })
})

it('money that came back and is paid anew is spent once', async () => {
  const own = await desk.money(8000)
  const one = await desk.person()
  const id = await desk.sent(own, [regular(one.id)], { cycle: 's1' })
  await desk.bring(id, await desk.answerTo(id, { 1: '账号不存在' }))
  const { body } = await again(id, { isAccountRight: true })
  await desk.expectDone(desk.step(batch, body.batch, 'verify'))
  await desk.expectDone(desk.step(batch, body.batch, 'review', {}, desk.first))
  await desk.expectDone(desk.step(batch, body.batch, 'approve', {}, desk.second))
  await desk.makeFiles()
  await desk.expectDone(desk.step(batch, body.batch, 'send', { sentOn: '2026-06-08' }, desk.cashier))
  await desk.bring(body.batch, await desk.answerTo(body.batch))
  expect(await desk.read(funds.records.budgetLine, own)).toMatchObject({ reserved: 0, spent: 8000 })
})

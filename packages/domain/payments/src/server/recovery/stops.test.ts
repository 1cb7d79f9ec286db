import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { payments } from '../../contract/index.js'
import { codesOf, type Desk, openDesk, regular } from '../../testing/payment-desk.js'

const { batch, line, overpayment } = payments.records
const programme = 'testing.living'
let desk: Desk
let budget: string

beforeAll(async () => {
  desk = await openDesk()
  budget = await desk.money(10_000_000)
})
afterAll(() => desk.server.stop())

let cycles = 0
/** Two who are to be paid, each by an enrolment of his own, in a cycle of their own. */
async function two() {
  cycles += 1
  const people = [await desk.person(), await desk.person()] as const
  const enrolments = people.map(({ id }) => `e-${id}`.slice(0, 36))
  return {
    people,
    cycle: { cycle: `s${cycles}` },
    lines: people.map(({ id }, at) => ({ ...regular(id), enrolment: enrolments[at] ?? null })),
    /** The enrolment of the first was stopped. */
    stop: async (fromMonth = '2026-06') => {
      await desk.server.write(async ({ write }) =>
        write.emit(
          'programmes.enrolment.overpaid',
          { id: enrolments[0], person: people[0].id, programme, fromMonth, reason: 'death', months: 1, amount: 8000 },
          places.county.slice(0, 6),
        ),
      )
      await desk.server.deliver()
    },
  }
}
const claimsOf = (person: string) => desk.rows(overpayment, `person=${person}`)

describe('lines of an enrolment that was stopped', () => {
  it('leave a batch that is prepared, with the reason, and no others do', async () => {
    const { lines, cycle, stop } = await two()
    const { batch: id } = await desk.pay(budget, lines, cycle)
    await stop('2026-07')
    expect(await desk.batch(id)).toMatchObject({ lines: 2, amount: 16_000 })
    await stop()
    const [first, second] = await desk.linesOf(id)
    expect(first?.fields.state).toBe('dropped')
    expect(await desk.read(line, first?.id ?? '')).toMatchObject({
      dropReason: '在册已停止（死亡），2026-06 起不再发放',
    })
    expect(second?.fields.state).toBe('pending')
    expect(await desk.batch(id)).toMatchObject({ state: 'draft', lines: 1, amount: 8000 })
  })

  it.each(['checked', 'reviewed'])('send a batch that is %s back: what is left is checked anew', async (state) => {
    const { lines, cycle, stop } = await two()
    const { batch: id } = await desk.pay(budget, lines, cycle)
    await desk.expectDone(desk.step(batch, id, 'verify'))
    if (state === 'reviewed') await desk.expectDone(desk.step(batch, id, 'review', {}, desk.first))
    await stop()
    const [first] = await desk.linesOf(id)
    expect(first?.fields.state).toBe('dropped')
    const sent = await desk.read(batch, id)
    expect(sent).toMatchObject({ state: 'draft', lines: 1, amount: 8000 })
    expect(sent.sendBackReason).toContain('1 笔明细的在册已停止（死亡）')
    expect((await desk.step(batch, id, 'approve', {}, desk.second)).body.code).toBe('wrong-state')
  })

  it('are marked once two have approved them, and asked back when the bank paid them all the same', async () => {
    const { people, lines, cycle, stop } = await two()
    const id = await desk.sent(budget, lines, cycle)
    await stop()
    const [first] = await desk.linesOf(id)
    expect(await desk.read(line, first?.id ?? '')).toMatchObject({
      state: 'pending',
      problem: 'stopped',
      stopReason: '在册已停止（死亡），2026-06 起不再发放',
    })
    expect(await desk.batch(id)).toMatchObject({ lines: 2, amount: 16_000, problems: 1 })
    await desk.expectDone(desk.bring(id, await desk.answerTo(id)))
    expect(await claimsOf(people[0].id)).toEqual([])
    // programmes tell it again when the batch is reconciled
    for (const _ of [1, 2]) await stop()
    expect(await claimsOf(people[0].id)).toMatchObject([{ fields: { amount: 8000, state: 'outstanding' } }])
  })

  it('are not paid anew when their money comes back, before the stop or after it', async () => {
    for (const isStoppedFirst of [true, false]) {
      const { people, lines, cycle, stop } = await two()
      const id = await desk.sent(budget, lines, cycle)
      if (isStoppedFirst) await stop()
      await desk.expectDone(desk.bring(id, await desk.answerTo(id, { 1: '账户已销户', 2: '账户已销户' })))
      if (!isStoppedFirst) await stop()
      const [first, second] = await desk.linesOf(id)
      expect([first?.fields.state, second?.fields.state]).toEqual(['dropped', 'returned'])
      expect(await desk.batch(id)).toMatchObject({ paid: 0, returned: 16_000 })
      const reissue = (chosen?: string) =>
        desk.clerk('POST', '/api/v1/payments/reissues', {
          batch: id,
          isAccountRight: true,
          ...(chosen === undefined ? {} : { lines: [chosen] }),
        })
      expect(codesOf(await reissue(first?.id))).toEqual(['line.problem.notReturned'])
      const { body } = await reissue()
      expect((await desk.linesOf(body.batch)).map(({ fields }) => fields.person)).toEqual([people[1].id])
      expect(await claimsOf(people[0].id)).toEqual([])
    }
  })

  it('leave the batch that was to pay them anew, and what they stood for with them', async () => {
    const { lines, cycle, stop } = await two()
    const id = await desk.sent(budget, lines, cycle)
    await desk.expectDone(desk.bring(id, await desk.answerTo(id, { 1: '账户已销户' })))
    const { body } = await desk.clerk('POST', '/api/v1/payments/reissues', { batch: id, isAccountRight: true })
    await stop()
    expect((await desk.linesOf(body.batch)).map(({ fields }) => fields.state)).toEqual(['dropped'])
    expect((await desk.linesOf(id)).map(({ fields }) => fields.state)).toEqual(['dropped', 'paid'])
    expect(await desk.batch(body.batch)).toMatchObject({ state: 'draft', lines: 0, amount: 0 })
  })
})

import { fc } from '@fast-check/vitest'
import { addDays, isWorkingDay } from '@opendpf/standards'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { notices } from '../contract/index.js'
import { type Board, openBoard } from '../testing/board.js'

const { notice, line, objection } = notices.records
let board: Board
beforeAll(async () => {
  // shortly before National Day, so that walks lead across days off and a make-up Saturday
  board = await openBoard('2026-09-21T02:00:00Z')
})
afterAll(() => board.server.stop())

const deed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('propose' as const), at: fc.nat(1), person: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('publish' as const), pick: fc.nat(20) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('object' as const),
      pick: fc.nat(20),
      isWhole: fc.boolean(),
      isPublic: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decide' as const), pick: fc.nat(20), isUpheld: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hang' as const), pick: fc.nat(20), ago: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), pick: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('giveUp' as const), pick: fc.nat(20) }) },
)
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never

const people = ['赵大海', '欧阳小海', '钱海', '阿不都·海山']

/** All rows as they are now, past the routes. */
const everything = () =>
  board.server.write(async ({ read }) => ({
    notices: await read.many(notice, {}),
    lines: await read.many(line, {}),
    objections: await read.many(objection, {}),
  }))
type Everything = Awaited<ReturnType<typeof everything>>

const chosen = <T>(rows: readonly T[], pick: number): T | undefined => rows[pick % Math.max(rows.length, 1)]

/** Does it where it can be done; whatever is refused is refused. */
async function act(deed: Deed, { notices: known, lines, objections }: Everything): Promise<void> {
  switch (deed.do) {
    case 'propose':
      await board.propose({
        person: people[deed.person],
        division: deed.at === 0 ? places.village : places.otherVillage,
      })
      return
    case 'publish': {
      const draft = chosen(
        known.filter(({ state }) => state === 'draft'),
        deed.pick,
      )
      if (draft) await board.noticeStep(draft.id, 'publish', { place: '村务公开栏', objectionPhone: '0900-1234' })
      return
    }
    case 'object': {
      const about = chosen(lines, deed.pick)
      if (!about) return
      const values = { text: '反映不实', ...(deed.isWhole ? {} : { line: about.id }) }
      const address = { 'x-test-address': String(objections.length) }
      if (deed.isPublic)
        await board.nobody('POST', `/api/v1/notices/public/notices/${about.notice}/objections`, values, address)
      else await board.clerk('POST', '/api/v1/notices/objections', { ...values, notice: about.notice })
      return
    }
    case 'decide': {
      const open = chosen(
        objections.filter(({ state }) => state === 'open'),
        deed.pick,
      )
      if (open) await board.objectionStep(open.id, deed.isUpheld ? 'uphold' : 'reject')
      return
    }
    case 'wait':
      await board.night(deed.days)
      return
    case 'hang': {
      const posted = chosen(
        known.filter(({ state }) => state === 'posted'),
        deed.pick,
      )
      const hungOn = addDays(board.today(), -deed.ago)
      if (posted) await board.hang(posted.id, hungOn)
      return
    }
    case 'withdraw': {
      const any = chosen(known, deed.pick)
      if (any) await board.noticeStep(any.id, 'withdraw', { withdrawReason: '有误' })
      return
    }
    case 'giveUp': {
      const any = chosen(lines, deed.pick)
      const award = any && (await board.award(any.subject))
      if (any && award.state === 'posted') await board.giveUp(any.subject)
    }
  }
}

/** Counted here by itself: the working days after one day up to and with another. */
function workingDays(from: string, to: string): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const answer = isWorkingDay(day)
    if (answer.ok && answer.value) count += 1
  }
  return count
}

function expectSound({ notices: known, lines, objections }: Everything, before: Everything, today: string): void {
  const open = objections.filter(({ state }) => state === 'open')
  for (const { id, state } of known) {
    if (state !== 'ended') continue
    expect(
      open.filter((one) => one.notice === id),
      'an ended notice has no open objection',
    ).toEqual([])
    const running = lines.filter((one) => one.notice === id && ['draft', 'posted', 'objected'].includes(one.state))
    expect(running, 'an ended notice has no running line').toEqual([])
  }
  for (const one of lines) {
    const disputed = open.some((by) => by.notice === one.notice && (by.line === null || by.line === one.id))
    if (one.state === 'posted') expect(disputed, 'a posted line has no open objection').toBe(false)
    if (one.state === 'objected') expect(disputed, 'an objected line has an open objection').toBe(true)
    const was = before.lines.find(({ id }) => id === one.id)
    if (one.state !== 'cleared' || was?.state === 'cleared') continue
    expect(disputed, 'nothing is cleared with an open objection').toBe(false)
    // it is posted to the end of its last day, so the night after is the first that clears it
    expect(workingDays(one.fromDay ?? today, addDays(today, -1)), 'full working days').toBeGreaterThanOrEqual(5)
    expect(one.restarts > 0 ? was?.fromDay : one.fromDay, 'the period is that of the last start').toBe(one.fromDay)
  }
}

let visits = 0

/** What anybody sees: nothing whole, nothing of what has ended. */
async function expectMasked({ notices: known, lines, objections }: Everything): Promise<void> {
  // each look from another address: how often one may look is tested elsewhere
  visits += 1
  const from = { 'x-test-address': `walk-${visits}` }
  const pages = [(await board.nobody('GET', '/notices', undefined, from)).text]
  for (const { id, state } of known) {
    const [page, json] = [
      await board.nobody('GET', `/notices/${id}`, undefined, from),
      await board.nobody('GET', `/api/v1/notices/public/notices/${id}`, undefined, from),
    ]
    const expected = { draft: 404, posted: 200, ended: 410, withdrawn: 410 }[state]
    expect([page.status, json.status], state).toEqual([expected, expected])
    pages.push(page.text, json.text)
  }
  const all = pages.join('\n')
  for (const whole of [...people, '1970-01-01', 'awards', ...lines.map(({ subject }) => subject), '反映不实'])
    expect(all.includes(whole), `the public pages tell "${whole}"`).toBe(false)
  for (const { receiptCode } of objections) expect(all.includes(receiptCode), 'a code of somebody else').toBe(false)
}

it('however people and days follow each other, nothing ends, is cleared or is shown that must not be', {
  timeout: 120_000,
}, async () => {
  let cleared = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 22, maxLength: 22 }), async (deeds) => {
      for (const one of deeds) {
        const before = await everything()
        await act(one, before)
        const after = await everything()
        expectSound(after, before, board.today())
        cleared += after.lines.filter(({ state }) => state === 'cleared').length
      }
      await expectMasked(await everything())
    }),
    { numRuns: 6, seed: 990_121, endOnFailure: true },
  )
  expect(cleared, 'the walks led somewhere').toBeGreaterThan(0)
})

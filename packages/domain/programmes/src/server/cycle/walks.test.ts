import { fc } from '@fast-check/vitest'
import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { monthOf, programmes, unfrozenCycleStates } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/grant-desk.js'

const { cycle, difference, enrolment, entitlement } = programmes.records
const programme = 'grants.allowance'
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-03-15T02:00:00Z')
})
afterAll(() => desk.server.stop())

const deed = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('compute', 'check', 'approve', 'confirm', 'sendBack', 'drop'),
      by: fc.nat(3),
    }),
  },
  { weight: 14, arbitrary: fc.record({ do: fc.constant('on'), by: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('work'), by: fc.constant(0) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('keep', 'stop', 'suspend'), by: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('lose', 'enrol', 'resume', 'pass'), by: fc.nat(3) }) },
)

const everything = () =>
  desk.server.write(async ({ read }) => ({
    cycles: await read.many(cycle, {}),
    differences: await read.many(difference, {}),
    enrolments: await read.many(enrolment, {}),
    entitlements: await read.many(entitlement, {}),
  }))
type Everything = Awaited<ReturnType<typeof everything>>

const chosen = <T>(rows: readonly T[], pick: number): T | undefined => rows[pick % Math.max(rows.length, 1)]

const reasons: Readonly<Record<string, object>> = {
  sendBack: { sendBackReason: '有误' },
  drop: { dropReason: '不需要' },
}

/** The step that leads on from each state. */
const onwards: Readonly<Record<string, string>> = {
  open: 'compute',
  computing: 'work',
  computed: 'check',
  checked: 'approve',
  approved: 'confirm',
  freezing: 'work',
}

async function act({ do: wanted, by }: { do: string; by: number }, known: Everything): Promise<void> {
  const call = [desk.clerk, desk.reviewer, desk.approver, desk.second][by] ?? desk.clerk
  const open = known.cycles.find(({ state }) => (unfrozenCycleStates as readonly string[]).includes(state))
  const today = desk.today()
  const isAsked = known.differences.some(({ cycle: of, state }) => of === open?.id && state === 'open')
  const what =
    wanted !== 'on'
      ? wanted
      : open?.state === 'computed' && isAsked
        ? 'keep'
        : (onwards[open?.state ?? ''] ?? 'compute')
  switch (what) {
    case 'work':
      return desk.run('programmes.runCycles')
    case 'pass':
      desk.server.clock.advance(16 * 86_400_000)
      return
    case 'enrol': {
      await desk.enrol(programme, await desk.person(), monthOf(today))
      return
    }
    case 'lose': {
      const about = chosen(known.enrolments, by)
      const [row] = about ? await desk.rows(persons.records.status, `person=${about.person}`) : []
      if (row) await desk.change(persons.records.status, row.id, { until: today })
      return
    }
    case 'resume': {
      const paused = known.enrolments.find(({ state }) => state === 'suspended')
      if (paused)
        await desk.step(enrolment, paused.id, 'resume', { resumeFrom: monthOf(today), isPausePaid: by % 2 === 0 }, call)
      return
    }
    case 'keep':
    case 'stop':
    case 'suspend': {
      const about = known.differences.find(({ cycle: of, state }) => of === open?.id && state === 'open')
      const values = what === 'stop' ? { happenedOn: today } : { note: '核实' }
      if (about) await desk.step(difference, about.id, what, values, call)
      return
    }
    default: {
      if (open) {
        await desk.step(cycle, open.id, what, { ...reasons[what] }, call)
        return
      }
      const made = await desk.add(cycle, { programme, month: monthOf(today), division: places.county })
      if (made.status === 201) await desk.step(cycle, made.body.id, 'compute', {}, call)
    }
  }
}

const frozen = ['frozen', 'paid', 'reconciled', 'closed']

function expectSound({ cycles, differences, entitlements, enrolments }: Everything, before: Everything): void {
  const keys = entitlements.map(({ enrolment: of, period }) => `${of} ${period}`)
  expect(new Set(keys).size, 'one entitlement of each period').toBe(keys.length)
  for (const was of before.entitlements)
    expect(
      entitlements.find(({ id }) => id === was.id),
      'what is granted stays',
    ).toEqual(was)
  for (const { id, state, amount } of cycles) {
    const own = entitlements.filter((one) => one.cycle === id)
    if (frozen.includes(state)) {
      expect(
        own.reduce((sum, one) => sum + one.amount, 0),
        'a frozen cycle is the sum of its lines',
      ).toBe(amount)
      expect(differences.filter((one) => one.cycle === id && one.state === 'open')).toEqual([])
    } else if (state !== 'freezing') expect(own, 'nothing is granted before').toEqual([])
  }
  for (const { id, lastMonth, state } of enrolments)
    if (state === 'stopped')
      for (const { month } of entitlements.filter(
        (one) => one.enrolment === id && !before.entitlements.some((old) => old.id === one.id),
      ))
        expect(month <= (lastMonth ?? ''), 'nothing is granted anew after the last month').toBe(true)
  expect(cycles.filter(({ state }) => (unfrozenCycleStates as readonly string[]).includes(state)).length).toBeLessThan(
    2,
  )
}

it('whoever does what in which order, what is frozen is whole, certain and nobody’s twice', {
  timeout: 120_000,
}, async () => {
  for (const _ of [1, 2, 3]) await desk.enrol(programme, await desk.person(), '2026-01')
  let reached = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 24, maxLength: 24 }), async (deeds) => {
      for (const one of deeds) {
        const before = await everything()
        await act(one, before)
        const after = await everything()
        expectSound(after, before)
        reached = Math.max(reached, after.cycles.filter(({ state }) => frozen.includes(state)).length)
      }
    }),
    { numRuns: 6, seed: 990_121, endOnFailure: true },
  )
  expect(reached, 'the walks led somewhere').toBeGreaterThan(0)
})

import { funds } from '@opendpf/funds'
import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programmes } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/grant-desk.js'

const { application, cycle, difference, enrolment, entitlement } = programmes.records
const allowance = 'grants.allowance'
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-06-15T02:00:00Z')
  await desk.offer(allowance)
})
afterAll(() => desk.server.stop())

const endAllowance = async (person: string) => {
  const [row] = await desk.rows(persons.records.status, `person=${person}`)
  await desk.done(desk.change(persons.records.status, row?.id ?? '', { until: '2026-05-31' }))
}

describe('a cycle', () => {
  it('grants every month since the first by the standard of that month', async () => {
    const enrolled = await desk.enrol(allowance, await desk.person(), '2026-03')
    const id = await desk.computed(allowance, '2026-06')
    const [row] = await desk.membersOf(id)
    // 80 yuan until April, 100 from May on
    expect(row?.lines.map(({ month, amount }) => [month, amount])).toEqual([
      ['2026-03', 8_000],
      ['2026-04', 8_000],
      ['2026-05', 10_000],
      ['2026-06', 10_000],
    ])
    expect(row).toMatchObject({ change: 'new', standing: 'pays', amount: 36_000, arrears: 26_000 })
    expect(await desk.read(cycle, id)).toMatchObject({ state: 'computed', members: 1, amount: 36_000, arrears: 26_000 })
    await desk.freeze(id)
    expect(await desk.granted(enrolled)).toEqual({
      '2026-03': 8_000,
      '2026-04': 8_000,
      '2026-05': 10_000,
      '2026-06': 10_000,
    })
    const { state, ruleVersion } = await desk.read(cycle, id)
    expect(state).toBe('frozen')
    const rows = await desk.server.write(({ read }) => read.many(entitlement, { cycle: id }))
    for (const row of rows) {
      expect(row.ruleVersion).toBe(ruleVersion)
      expect(row.reason).toContain('标准')
      expect(row.standard).toBe(row.amount)
    }
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['arrears', 'arrears', 'arrears', 'regular'])
  })

  it('is checked, approved and confirmed by three people, and asks once more before it is frozen', async () => {
    const person = await desk.person()
    await desk.enrol('grants.pension', person, '2026-06')
    const id = await desk.computed('grants.pension', '2026-06')
    await desk.take(cycle, id, 'check')
    expect(await desk.refusal(cycle, id, 'approve')).toBe('another-person-required')
    await desk.take(cycle, id, 'approve', {}, desk.approver)
    for (const call of [desk.clerk, desk.approver])
      expect(await desk.refusal(cycle, id, 'confirm', {}, call)).toBe('another-person-required')
    await endAllowance(person)
    expect(await desk.refusal(cycle, id, 'confirm', {}, desk.second)).toBe('cycle.guard.nothingNew')
    await desk.take(cycle, id, 'sendBack', { sendBackReason: '登记有变化' }, desk.approver)
    await desk.take(cycle, id, 'compute')
    await desk.run('programmes.runCycles')
    const [found] = await desk.differencesOf(id)
    expect(found).toMatchObject({ state: 'open' })
    expect(await desk.refusal(cycle, id, 'check')).toBe('cycle.guard.nothingOpen')
    await desk.take(difference, found?.id ?? '', 'keep', { note: '核实后仍符合' })
    await desk.freeze(id)
    expect((await desk.read(cycle, id)).state).toBe('frozen')
  })

  it('asks about everybody of whom the register says otherwise, and does what was decided', async () => {
    const programme = 'grants.fuel'
    const people = await Promise.all([desk.person(), desk.person(), desk.person(), desk.person()])
    const ids: string[] = []
    for (const person of people) ids.push(await desk.enrol(programme, person, '2026-01', { scheme: 'grants.fuel' }))
    const [dead = '', moved = '', due = ''] = people
    await desk.done(desk.change(persons.records.person, dead, { isDeceased: true, deathDate: '2026-06-02' }))
    await desk.server.write(async ({ read, write }) => {
      const row = await read.one(persons.records.person, moved)
      await write.update(persons.records.person, {
        id: moved,
        version: row?.version ?? 0,
        values: { division: places.neighbourVillage },
      })
      const [held] = await read.many(enrolment, { person: due })
      await write.update(enrolment, { id: held?.id ?? '', version: held?.version ?? 0, values: { checkBy: '2026-05' } })
    })
    const id = await desk.computed(programme, '2026-06')
    const found = await desk.differencesOf(id)
    expect(Object.fromEntries(found.map(({ person, kind }) => [people.indexOf(person), kind]))).toEqual({
      0: 'death',
      1: 'moved-out',
      2: 'check-due',
    })
    expect((await desk.membersOf(id)).map(({ standing }) => standing).toSorted()).toEqual([
      'held',
      'held',
      'held',
      'pays',
    ])
    const of = (kind: string) => found.find((one) => one.kind === kind)?.id ?? ''
    await desk.take(difference, of('death'), 'stop', { happenedOn: '2026-06-02' })
    await desk.take(difference, of('moved-out'), 'suspend', { note: '待核实' })
    expect(await desk.refusal(difference, of('check-due'), 'stop', { happenedOn: '2026-06-01' })).toBe(
      'difference.guard.isReason',
    )
    await desk.take(difference, of('check-due'), 'keep', { note: '已复核' })
    const [first = '', second = '', third = ''] = ids
    // the month of the death is still granted
    expect(await desk.read(enrolment, first)).toMatchObject({
      state: 'stopped',
      stopReason: 'death',
      lastMonth: '2026-06',
    })
    expect((await desk.read(enrolment, second)).state).toBe('suspended')
    expect((await desk.read(enrolment, third)).checkBy).toBe('2027-06')
    await desk.take(cycle, id, 'compute')
    await desk.run('programmes.runCycles')
    expect((await desk.differencesOf(id)).every(({ state }) => state !== 'open')).toBe(true)
    await desk.freeze(id)
    expect(await desk.granted(first)).toEqual({ 2026: 26_000 })
    expect(await desk.granted(second)).toEqual({})
  })

  it('pays nobody for a pause, unless that was decided, and tells what was granted too much', async () => {
    const programme = allowance
    const [one, other] = [await desk.person(), await desk.person()]
    const paused = await desk.enrol(programme, one, '2026-06')
    const stopped = await desk.enrol(programme, other, '2026-06')
    await desk.take(enrolment, paused, 'suspend', { pauseFrom: '2026-06', pauseReason: '失联' })
    await desk.pass(31)
    const id = await desk.computed(programme, '2026-07')
    await desk.freeze(id)
    expect(await desk.granted(paused)).toEqual({})
    expect(Object.keys(await desk.granted(stopped))).toEqual(['2026-06', '2026-07'])
    expect(await desk.refusal(enrolment, stopped, 'suspend', { pauseFrom: '2026-07', pauseReason: '失联' })).toBe(
      'enrolment.problem.settled',
    )
    await desk.take(enrolment, paused, 'resume', { resumeFrom: '2026-07', isPausePaid: false })
    await desk.take(enrolment, stopped, 'stop', { stopReason: 'voluntary', stopOn: '2026-06-10' })
    const { rows } = await desk.server.connect('owner', (client) =>
      client.query("select payload from outbox where name = 'programmes.enrolment.overpaid'"),
    )
    expect(rows.map(({ payload }) => payload)).toMatchObject([
      { id: stopped, programme, fromMonth: '2026-07', reason: 'voluntary', months: 1, amount: 10_000 },
    ])
    await desk.pass(31)
    const next = await desk.computed(programme, '2026-08')
    await desk.freeze(next)
    expect(Object.keys(await desk.granted(paused))).toEqual(['2026-07', '2026-08'])
    expect(Object.keys(await desk.granted(stopped))).toEqual(['2026-06', '2026-07'])
  })

  it('is computed once for each time that somebody asks, however often the job runs', async () => {
    const programme = 'grants.relief'
    const enrolled = await desk.enrol(programme, await desk.person(), '2026-08', {
      scheme: 'grants.relief',
      amount: 50_000,
      lastMonth: '2026-08',
    })
    const id = await desk.make(cycle, { programme, month: '2026-08', division: places.county })
    const twice = await desk.add(cycle, { programme, month: '2026-08', division: places.county })
    expect(twice.body.errors[0].code).toBe('cycle.problem.taken')
    await desk.take(cycle, id, 'compute')
    await Promise.all([desk.run('programmes.runCycles'), desk.run('programmes.runCycles')])
    await desk.run('programmes.runCycles')
    expect(await desk.membersOf(id)).toHaveLength(1)
    expect(await desk.read(cycle, id)).toMatchObject({ state: 'computed', run: 1, amount: 50_000 })
    await desk.take(cycle, id, 'check')
    await desk.take(cycle, id, 'approve', {}, desk.approver)
    await desk.take(cycle, id, 'confirm', {}, desk.second)
    await Promise.all([desk.run('programmes.runCycles'), desk.run('programmes.runCycles')])
    expect(await desk.granted(enrolled)).toEqual({ once: 50_000 })
  })

  it('is frozen: nobody changes it, what it granted, or grants it again', async () => {
    const [row] = await desk.rows(cycle, 'programme=grants.relief&state=frozen')
    const id = row?.id ?? ''
    for (const verb of ['compute', 'check', 'approve', 'confirm', 'sendBack', 'drop'])
      expect(await desk.refusal(cycle, id, verb, { sendBackReason: '有误', dropReason: '有误' })).toBe('wrong-state')
    expect((await desk.change(cycle, id, { month: '2026-07' })).status).toBe(405)
    const [line] = await desk.rows(entitlement, `cycle=${id}`)
    expect((await desk.change(entitlement, line?.id ?? '', { amount: 1 })).status).toBe(405)
    const byModule = desk.server.write(({ write }) =>
      write.update(entitlement, { id: line?.id ?? '', version: 1, values: { amount: 1 } }),
    )
    await expect(byModule).rejects.toMatchObject({ code: 'invalid-input' })
    const again = desk.server.write(async ({ read, write }) => {
      const found = await read.one(entitlement, line?.id ?? '')
      await write.create(entitlement, { ...found })
    })
    await expect(again).rejects.toBeDefined()
  })

  it('waits for the one before it, and keeps within the budget line', async () => {
    const first = await desk.make(cycle, { programme: 'grants.pension', month: '2026-07', division: places.county })
    const second = await desk.make(cycle, { programme: 'grants.pension', month: '2026-08', division: places.county })
    expect(await desk.refusal(cycle, second, 'compute')).toBe('cycle.guard.alone')
    await desk.take(cycle, first, 'drop', { dropReason: '不需要' })
    expect(await desk.refusal(cycle, second, 'compute')).toBeUndefined()
    await desk.run('programmes.runCycles')
    const { fund, budgetLine } = funds.records
    const money = await desk.make(fund, { title: '保费', source: 'levy', year: 2026, division: places.county })
    const line = await desk.make(budgetLine, { fund: money, number: 'B', use: '代缴保费', amount: 5_000 })
    await desk.offer('grants.pension', { budgetLine: line })
    for (const { id } of await desk.differencesOf(second)) await desk.take(difference, id, 'keep', { note: '仍符合' })
    await desk.take(cycle, second, 'check')
    await desk.take(cycle, second, 'approve', {}, desk.approver)
    expect(await desk.refusal(cycle, second, 'confirm', {}, desk.second)).toBe('cycle.guard.withinBudget')
    const ahead = await desk.add(cycle, { programme: 'grants.pension', month: '2027-01', division: places.county })
    expect(ahead.body.errors[0].code).toBe('cycle.problem.future')
  })

  it('is the county’s; a town sees its own people in it', async () => {
    const town = desk.server.as({ id: 'town', at: places.town })
    const other = desk.server.as({ id: 'other-town', at: places.otherTown })
    expect(await desk.rows(cycle, '', town)).toEqual([])
    expect((await desk.rows(entitlement, '', town)).length).toBeGreaterThan(0)
    expect(await desk.rows(entitlement, '', other)).toEqual([])
  })
})

describe('an approval', () => {
  it('enrols from the month of the application, and that person cannot apply again', async () => {
    const person = await desk.person()
    const id = await desk.apply('grants.pension', person)
    await desk.take(application, id, 'accept')
    await desk.take(application, id, 'passTown')
    await desk.take(application, id, 'passReview', {}, desk.reviewer)
    await desk.pass(31)
    await desk.take(application, id, 'noteApproval', {
      departmentOn: desk.today(),
      departmentDocument: '示民〔2026〕9号',
    })
    const [row] = await desk.rows(enrolment, `person=${person}`)
    const { startMonth } = await desk.read(application, id)
    expect(row?.fields).toMatchObject({ fromMonth: startMonth, state: 'active' })
    const again = await desk.make(application, {
      programme: 'grants.pension',
      person,
      applicant: 'self',
      channel: 'counter',
    })
    expect(await desk.refusal(application, again, 'submit')).toBe('application.guard.onlyOne')
  })

  it('closes the gap of who qualifies and does not receive', async () => {
    const gap = async () => {
      const { body } = await desk.clerk('GET', '/api/v1/eligibility/population?scheme=grants.allowance')
      return body.towns.reduce((sum: number, { missing }: { missing: number }) => sum + missing, 0)
    }
    const before = await gap()
    const person = await desk.person()
    expect(await gap()).toBe(before + 1)
    await desk.enrol(allowance, person, '2026-06')
    expect(await gap()).toBe(before)
  })
})

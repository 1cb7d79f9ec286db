import { eligibilityModule } from '@opendpf/eligibility'
import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programmes } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/grant-desk.js'
import { standardsOf } from './standards.js'

const { application, cycle, difference, enrolment } = programmes.records
const { parameter } = eligibilityModule.records
const programme = 'grants.pension'
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-06-15T02:00:00Z')
  await desk.offer(programme)
})
afterAll(() => desk.server.stop())

const decide = async (name: string, since: string, value: unknown, more: object = {}): Promise<void> => {
  const values = { name: `grants.${name}`, region: places.county, since, value, documentTitle: '分类标准', ...more }
  await desk.take(parameter, await desk.make(parameter, values), 'enact')
}
const state = (person: string, kind: string, since: string) =>
  desk.make(persons.records.status, { person, kind, since, source: 'civil-affairs' })
const paidIn = async (id: string) =>
  Object.fromEntries((await desk.membersOf(id)).map(({ person, change, amount }) => [person, [change, amount]]))

it('a month is paid by what was true of each on its first day, and a frozen one stays as it was', async () => {
  const [poor, poorer, late, nobody] = await Promise.all([
    desk.person(),
    desk.person(),
    desk.person({ isPoor: false }),
    desk.person({ isPoor: false }),
  ])
  await decide('means', '2026-06-01', ['allowance', 'extremely-poor'])
  await decide('standard', '2026-06-01', { allowance: 10_000, 'extremely-poor': 15_000 })
  await state(poorer, 'extremely-poor', '2026-06-10')
  // of whom nothing was known when the month began, what is known in its course
  await state(late, 'extremely-poor', '2026-06-12')
  const held: Record<string, string> = {}
  for (const person of [poor, poorer, late, nobody]) held[person] = await desk.enrol(programme, person, '2026-06')
  const june = await desk.computed(programme, '2026-06')
  expect(await paidIn(june)).toEqual({
    [poor]: ['new', 10_000],
    [poorer]: ['new', 10_000],
    [late]: ['new', 15_000],
    [nobody]: ['no-standard', 0],
  })
  const kinds = (await desk.differencesOf(june)).map(({ person, kind }) => [person, kind])
  expect(new Set(kinds)).toEqual(
    new Set([
      [nobody, 'undecidable'],
      [nobody, 'no-standard'],
    ]),
  )
  const suspended = { pauseFrom: '2026-06', pauseReason: '待核实' }
  await desk.take(enrolment, held[nobody] ?? '', 'suspend', suspended)
  for (const { id } of await desk.differencesOf(june)) await desk.take(difference, id, 'keep', { note: '待核实' })
  await desk.take(cycle, june, 'compute')
  await desk.run('programmes.runCycles')
  await desk.freeze(june)
  const granted = { '2026-06': 10_000 }
  expect(await desk.granted(held[poorer] ?? '')).toEqual(granted)

  // what is decided and known afterwards counts from its own month on
  await desk.pass(20)
  await decide('standard', '2026-07-01', { allowance: 11_000, 'extremely-poor': 16_000 })
  const july = await desk.computed(programme, '2026-07')
  expect(await paidIn(july)).toEqual({
    [poor]: ['changed', 11_000],
    [poorer]: ['changed', 16_000],
    [late]: ['changed', 16_000],
  })
  await desk.freeze(july)
  for (const [person, sums] of [
    [poor, { '2026-06': 10_000, '2026-07': 11_000 }],
    [poorer, { ...granted, '2026-07': 16_000 }],
  ] as const)
    expect(await desk.granted(held[person] ?? '')).toEqual(sums)
})

it('who applies is told what his own means are paid, and a decision keeps it', async () => {
  const person = await desk.person({ isPoor: false })
  await state(person, 'extremely-poor', '2026-01-01')
  const id = await desk.apply(programme, person)
  await desk.take(application, id, 'accept')
  await desk.take(application, id, 'passTown')
  await desk.take(application, id, 'passReview', {}, desk.reviewer)
  const departmentDocument = '示民〔2026〕9号'
  await desk.take(application, id, 'noteApproval', { departmentOn: desk.today(), departmentDocument })
  const { explanation } = await desk.read(application, id)
  expect(explanation).toMatchObject({ verdict: 'yes', standard: 16_000 })
})

it('asks what is known of people in the months alone in which a place pays by it', async () => {
  const person = await desk.person()
  await desk.server.write(async (context) => {
    const asked: string[] = []
    const provided: typeof context.provided = (name) => {
      asked.push(name)
      return context.provided(name)
    }
    const standards = standardsOf({ ...context, provided }, { amount: { by: 'scheme' }, scheme: 'grants.allowance' }, [
      person,
    ])
    const to = { subject: person, division: places.village }
    expect(await standards('2026-05', to)).toBe(10_000)
    expect(asked).toEqual([])
    expect(await standards('2026-07', to)).toBe(11_000)
    expect(asked).not.toEqual([])
    // of somebody who was not named beforehand nothing is known
    expect(await standards('2026-07', { ...to, subject: 'other' })).toBeNull()
  })
})

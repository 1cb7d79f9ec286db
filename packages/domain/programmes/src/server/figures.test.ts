import { checkIndicators, readFigures } from '@opendpf/figures/reading'
import { funds } from '@opendpf/funds'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programmes } from '../contract/index.js'
import { type Desk, openDesk } from '../testing/grant-desk.js'

const { application, enrolment } = programmes.records
let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-06-15T02:00:00Z')
  for (const name of ['allowance', 'relief', 'pension']) await desk.offer(`grants.${name}`)
})
afterAll(() => desk.server.stop())

const told = async (name: string, by?: string) => {
  const asked = { indicator: `programmes.${name}`, from: '2026-01-01', to: '2026-12-31', ...(by ? { by } : {}) }
  const [figure] = await desk.server.write((context) => readFigures(context, [asked]))
  return figure
}
const value = async (name: string) => (await told(name))?.value

it('counts who receives, what was decided and in time, and what was granted', async () => {
  const [one, two] = [await desk.person(), await desk.person()]
  await desk.enrol('grants.allowance', one, '2026-05')
  await desk.enrol('grants.pension', one, '2026-06')
  const left = await desk.enrol('grants.allowance', two, '2026-05')
  const granted = await desk.grant('grants.relief', await desk.person())
  await desk.take(application, granted, 'approve', { amount: 30_000 }, desk.approver)
  const refused = await desk.apply('grants.relief', await desk.person())
  await desk.take(application, refused, 'accept')
  const reason = { refusalReason: 'other', refusalNote: '重复救助' }
  await desk.take(application, refused, 'refuseAtReview', reason, desk.reviewer)
  await desk.freeze(await desk.computed('grants.allowance', '2026-06'))
  await desk.take(enrolment, left, 'stop', { stopReason: 'voluntary', stopOn: '2026-06-10' })
  expect({
    applied: await value('applied'),
    approved: await value('approved'),
    refused: await value('refused'),
    ended: await value('limitsEnded'),
    inTime: await value('inTime'),
    persons: await value('entitledPersons'),
    sum: await value('entitled'),
  }).toEqual({ applied: 2, approved: 1, refused: 1, ended: 2, inTime: 100, persons: 2, sum: 40_000 })
  // at the end of the year the one who left is gone, and what was paid once is over
  expect(await value('enrolled')).toBe(1)
  const groups = (await told('approved', 'programme'))?.groups ?? []
  expect(groups.filter((group) => group.value !== 0)).toMatchObject([{ key: 'grants.relief', value: 1 }])
})

it('holds every indicator to what it declares', async () => {
  expect(await desk.server.write((context) => checkIndicators(context, 'programmes'))).toEqual([])
})

it('tells of each programme who is missing, and of a cycle what differs', async () => {
  const { body } = await desk.clerk('GET', '/api/v1/programmes/gaps')
  const names = body.gaps.map(({ programme }: { programme: string }) => programme)
  expect(names).toEqual(['grants.allowance', 'grants.pension', 'grants.fuel'])
  const [gap] = body.gaps
  await desk.person()
  const { body: after } = await desk.clerk('GET', '/api/v1/programmes/gaps')
  expect(after.gaps[0].missing).toBe(gap.missing + 1)

  // what this year's programmes may grant stands beside, the money for those who may see it
  const { fund, budgetLine } = funds.records
  const money = await desk.make(fund, { title: '燃油', source: 'levy', year: 2026, division: places.county })
  const line = await desk.make(budgetLine, { fund: money, number: 'F', use: '燃油补贴', amount: 500_000 })
  await desk.offer('grants.fuel', { budgetLine: line, quota: 3 })
  const asked = async (by: typeof desk.clerk) => {
    const { offers } = (await by('GET', '/api/v1/programmes/gaps')).body
    return offers.map(({ id: _, region: __, ...told }: Readonly<Record<string, unknown>>) => told)
  }
  const fuel = { programme: 'grants.fuel', recipients: 0, quota: 3 }
  expect(await asked(desk.clerk)).toEqual([
    { programme: 'grants.allowance', recipients: 2, quota: null, budget: null },
    { ...fuel, budget: { amount: 500_000, reserved: 0, spent: 0 } },
    { programme: 'grants.pension', recipients: 1, quota: null, budget: null },
    { programme: 'grants.relief', recipients: 1, quota: null, budget: null },
  ])
  const town = desk.server.as({ id: 'town', at: places.town, may: ['programmes:*'] })
  expect(await asked(town)).toContainEqual({ ...fuel, budget: null })
  expect(await asked(desk.server.as({ id: 'beside', at: places.neighbour }))).toEqual([])

  const lost = await desk.person({ isPoor: false })
  await desk.enrol('grants.pension', lost, '2026-06')
  const id = await desk.computed('grants.pension', '2026-06')
  const { body: summary } = await desk.clerk('GET', `/api/v1/programmes/cycle-summaries/${id}`)
  expect(summary.differences).toMatchObject([{ state: 'open', count: 1 }])
  expect(summary.changes).toEqual([
    { change: 'new', standing: 'held', count: 1, amount: 10_000 },
    { change: 'new', standing: 'pays', count: 1, amount: 10_000 },
  ])
  const next = desk.server.as({ id: 'next-door', at: places.neighbour })
  expect((await next('GET', `/api/v1/programmes/cycle-summaries/${id}`)).status).toBe(404)
})

import { texts } from '@opendpf/messages'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Form, Outliers } from '../../contract/index.js'
import { surveys } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/survey-desk.js'

const { interview } = surveys.records
const title = texts('收入', 'Income')
const form: Form = {
  groups: [{ code: 'g', title }],
  questions: [
    {
      code: 'income',
      group: 'g',
      text: title,
      kind: 'number',
      spread: { town: { distances: 3, fewest: 5 }, before: { by: 50 } },
    },
    { code: 'rooms', group: 'g', text: title, kind: 'number' },
  ],
  checks: [],
}
/** With a fifth number on top the quartiles are 110 and 120, with one below 100 and 110: 150 and 70 are the last that do not stand out. */
const incomes = [100, 110, 110, 120]
let desk: Desk
let questionnaire: string
let people: readonly string[]
let first: string
beforeAll(async () => {
  desk = await openDesk()
  const made: string[] = []
  for (const _ of [...incomes, 'the fifth']) made.push(await desk.person())
  people = made
  questionnaire = await desk.published(form)
  first = await desk.opened({ questionnaire })
})
afterAll(() => desk.server.stop())

/** The number of rooms is as far off as can be where the income is: it has no spread to stand out from. */
const answer = async (of: string, at: number, income: number, visitedOn = '2026-07-02') => {
  const id = await desk.interviewOf(of, people[at] ?? '')
  const answers = { income, rooms: incomes.includes(income) ? 3 : 1_000_000 }
  await desk.expectDone(desk.collect(id, { answers, unconfirmed: [], contact: 'visit', visitedOn, consent: 'spoken' }))
  await desk.expectDone(desk.step(interview, id, 'finish'))
  return id
}
const outliers = (of: string, call = desk.clerk) => call('GET', `/api/v1/surveys/campaigns/${of}/outliers`)
const told = async (of: string, call = desk.clerk) => {
  const { count, rows }: Outliers = await desk.expectDone(outliers(of, call))
  expect(count).toBe(rows.length)
  return rows.map((row) => [row.interview, row.question, row.reasons.join()])
}
const town = () => desk.server.as({ id: 'town', name: '乡镇经办人', at: places.town })

const fifth = () => desk.interviewOf(first, people[4] ?? '')

it('says nothing of a town that has answered too little to know what is usual', async () => {
  for (const at of [0, 1, 2]) await answer(first, at, incomes[at] ?? 0)
  const far = await answer(first, 3, 100_000)
  expect(await told(first)).toEqual([])
  await desk.expectDone(desk.step(interview, far, 'sendBack', { returnReason: '请核对收入' }, town()))
  await answer(first, 3, incomes[3] ?? 0)
})

it.each([
  [150, []],
  [151, ['high']],
  [70, []],
  [69, ['low']],
])('tells of %i among the numbers of its town %j, and of no question that asks for none', async (income, reasons) => {
  const id = await answer(first, 4, income)
  expect(await told(first)).toEqual(reasons.map((reason) => [id, 'income', reason]))
  await desk.expectDone(desk.step(interview, id, 'sendBack', { returnReason: '请核对收入' }, town()))
  expect(await told(first)).toEqual([])
})

it('lets a town that sees its tasks ask how far the sample check agrees before there is one', async () => {
  expect(await desk.expectDone(town()('GET', `/api/v1/surveys/campaigns/${first}/agreement`))).toEqual({
    questions: [],
  })
})

it('tells the town the same, and nobody any longer when the record is checked', async () => {
  await answer(first, 4, 100_000)
  expect(await told(first, town())).toEqual([[await fifth(), 'income', 'high']])
  await desk.expectDone(desk.step(interview, await fifth(), 'check', {}, town()))
  expect(await told(first)).toEqual([])
})

it('holds a number against the answer of the campaign before', async () => {
  const next = await desk.opened({ questionnaire, previous: first, year: 2027 })
  await answer(next, 0, (incomes[0] ?? 0) + 50)
  expect(await told(next)).toEqual([])
  const moved = await answer(next, 1, (incomes[1] ?? 0) + 51)
  expect(await told(next)).toEqual([[moved, 'income', 'before']])
})

it('is not for whoever collects, and not of a campaign that is not there', async () => {
  const village = desk.server.as({ id: 'v', name: '专职委员', at: places.village, may: ['surveys:interview.collect'] })
  expect((await outliers(first, village)).status).toBe(403)
  expect((await outliers('01900000-0000-7000-8000-000000000001')).status).toBe(404)
})

import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { surveys } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/survey-desk.js'
import { villageForm } from '../../testing/village-form.js'

const { questionnaire, campaign, village, assignment } = surveys.records
let desk: Desk
let asked: string
let of: string
beforeAll(async () => {
  desk = await openDesk()
  await desk.person()
  asked = await desk.published(villageForm)
  of = await desk.opened({ villageQuestionnaire: asked })
})
afterAll(() => desk.server.stop())

const path = (id: string) => `/api/v1/surveys/villages/${id}/collecting`
const recordOf = async (campaignId: string, division: string) => {
  const [row] = await desk.rows(village, `campaign=${campaignId}&division=${division}`)
  if (!row) throw new Error(`${division} is not asked`)
  return row.id
}
const tell = async (id: string, values: object, call = desk.clerk) => {
  const { version, unconfirmed } = (await desk.clerk('GET', path(id))).body
  return call('POST', path(id), { version, unconfirmed, ...values })
}
const messagesOf = (body: { errors?: readonly { path: string; message: string }[]; detail?: string }) =>
  body.errors ? body.errors.map((one) => `${one.path}: ${one.message}`) : [body.detail]
const told = { respondent: '村主任', visitedOn: '2026-07-02', unconfirmed: [] }
const sumUp = async (call = desk.clerk, id = of) =>
  desk.expectDone(call('GET', `/api/v1/surveys/campaigns/${id}/villages`))
const town = () => desk.server.as({ id: 'town', name: '乡镇经办人', at: places.town })

describe('a form about villages', () => {
  it('asks nothing of persons', async () => {
    const [first] = villageForm.questions
    const content = {
      ...villageForm,
      questions: [{ ...first, showWhen: { fact: 'age', from: 60 } }],
    }
    const { body } = await desk.add(questionnaire, { title: '坏', year: 2026, division: places.county, content })
    expect(messagesOf(body)).toEqual([
      'content: 村（社区）调查表的题目 station 不能用个人的登记情况作条件，也不能改动个人的登记',
    ])
  })

  it('is for villages alone, and one about persons for persons alone', async () => {
    const swapped = await desk.planned({ questionnaire: asked })
    const refused = await desk.step(campaign, swapped, 'open')
    expect(messagesOf(refused.body).join()).toContain('“调查表”应当是问个人的')
    const twice = await desk.planned()
    const { questionnaire: ofPersons } = await desk.read(campaign, twice)
    await desk.expectDone(desk.change(campaign, twice, { villageQuestionnaire: ofPersons }))
    expect((await desk.step(campaign, twice, 'open')).status).toBe(422)
  })
})

describe('a campaign that asks villages', () => {
  it('has a record for every village of its area, also where nobody is on the list', async () => {
    const rows = await desk.rows(village, `campaign=${of}`)
    expect(rows.map(({ fields }) => fields.division).sort()).toEqual([
      places.streetVillage,
      places.quietVillage,
      places.village,
      places.otherVillage,
    ])
    expect(await desk.rows(assignment, `campaign=${of}`)).toHaveLength(1)
    const inTown = await desk.opened({ villageQuestionnaire: asked, division: places.town })
    expect(await desk.rows(village, `campaign=${inTown}`)).toHaveLength(2)
    const ofPersonsAlone = await desk.opened()
    expect(await desk.rows(village, `campaign=${ofPersonsAlone}`)).toEqual([])
    expect(await sumUp(desk.clerk, ofPersonsAlone)).toEqual({ form: null, states: {}, counts: [] })
  })

  it('is told what is asked, by the village, until the record is finished and checked by somebody else', async () => {
    const id = await recordOf(of, places.village)
    const wrong = await tell(id, { answers: { station: 'perhaps', nothing: 1 } })
    expect(messagesOf(wrong.body)).toEqual(['answers.nothing: 调查表里没有这一题', 'answers.station: 请从选项中选择'])
    const here = desk.server.as({
      id: 'here',
      name: '专职委员',
      at: places.village,
      may: ['surveys:*.read', ...(surveys.roles['village-commissioner'] ?? []).map((one) => `surveys:${one}`)],
    })
    const elsewhere = desk.server.as({ id: 'there', name: '专职委员', at: places.otherVillage })
    expect((await elsewhere('GET', path(id))).status).toBe(404)
    // no station has no days on which it is open
    await desk.expectDone(tell(id, { ...told, answers: { station: 'no', days: 3 } }, here))
    expect((await desk.clerk('GET', path(id))).body).toMatchObject({ state: 'working', answers: { station: 'no' } })
    await desk.expectDone(tell(id, { ...told, answers: { station: 'yes' } }, here))
    expect(messagesOf((await desk.step(village, id, 'finish', {}, here)).body).join()).toContain(
      '还有 2 题需要回答或者修改，第一处是 days',
    )
    await desk.expectDone(tell(id, { ...told, answers: { station: 'yes', days: 3, built: ['ramp', 'toilet'] } }, here))
    await desk.expectDone(desk.step(village, id, 'finish', {}, here))
    expect(messagesOf((await tell(id, { ...told, answers: { station: 'no' } }, here)).body)).toEqual([
      'answers: 记录已经完成，需要修改的请先退回',
    ])
    expect((await desk.step(village, id, 'check', {}, here)).status).toBe(403)
    await desk.expectDone(desk.step(village, id, 'check', {}, town()))
  })

  it('is no day before it began and none to come', async () => {
    const id = await recordOf(of, places.otherVillage)
    const on = async (visitedOn: string) => messagesOf((await tell(id, { answers: {}, visitedOn })).body)
    expect(await on('2026-07-01')).toEqual(['visitedOn: 调查日期不能早于调查开始日期 2026-07-02'])
    expect(await on('2026-07-03')).toEqual(['visitedOn: 调查日期不能晚于今天'])
  })

  it('sums up what the villages told that the reader may see', async () => {
    const id = await recordOf(of, places.streetVillage)
    await desk.expectDone(tell(id, { ...told, answers: { station: 'yes', days: 5, built: ['ramp'] } }))
    // what is not finished does not count
    expect((await sumUp()).counts).toHaveLength(4)
    await desk.expectDone(desk.step(village, id, 'finish'))
    const all = await sumUp()
    expect(all.states).toEqual({ checked: 1, done: 1, 'to-do': 2 })
    expect(all.counts).toEqual([
      { question: 'built', choice: 'ramp', villages: 2, total: null },
      { question: 'built', choice: 'toilet', villages: 1, total: null },
      { question: 'days', choice: null, villages: 2, total: 8 },
      { question: 'station', choice: 'yes', villages: 2, total: null },
    ])
    expect((await sumUp(town())).counts).toContainEqual({ question: 'days', choice: null, villages: 1, total: 3 })
  })

  it('tells how many villages were asked and told', async () => {
    const names = ['villagesListed', 'villagesSurveyed', 'villagesSurveyedRate']
    const { figures } = await desk.expectDone(
      desk.clerk('POST', '/api/v1/figures/query', {
        figures: names.map((name) => ({ indicator: `surveys.${name}`, from: '2026-07-01', to: '2026-07-31' })),
      }),
    )
    // two campaigns, the second of a town
    expect(figures.map(({ value }: { value: number }) => value)).toEqual([6, 2, (2 / 6) * 100])
  })
})

it('takes over what the village told last time, each to be confirmed, and is closed with the campaign', async () => {
  const next = await desk.opened({ villageQuestionnaire: asked, previous: of, year: 2027 })
  const id = await recordOf(next, places.village)
  expect((await desk.clerk('GET', path(id))).body).toMatchObject({
    answers: { station: 'yes', days: 3, built: ['ramp', 'toilet'] },
    unconfirmed: ['station', 'days', 'built'],
  })
  await desk.expectDone(
    tell(id, { respondent: '村主任', visitedOn: '2026-07-02', answers: { station: 'no', built: ['ramp'] } }),
  )
  expect(messagesOf((await desk.step(village, id, 'finish')).body).join()).toContain('还有 2 题是上次的回答')
  await desk.expectDone(desk.step(campaign, next, 'close', { summary: '完成' }))
  expect(messagesOf((await tell(id, { ...told, answers: { station: 'no' } })).body)).toEqual([
    'answers: 调查已经结束，不能再填写',
  ])
  expect((await desk.clerk('GET', path(await recordOf(next, places.otherVillage)))).body.answers).toEqual({})
})

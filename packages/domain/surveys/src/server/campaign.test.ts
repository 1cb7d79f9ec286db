import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { surveys } from '../contract/index.js'
import { shortForm } from '../testing/short-form.js'
import { type Desk, openDesk } from '../testing/survey-desk.js'

const { questionnaire, campaign, assignment, interview } = surveys.records
let desk: Desk
let people: readonly string[]
beforeAll(async () => {
  desk = await openDesk()
  people = [
    await desk.person(),
    await desk.person({}, '1950-01-01'),
    await desk.person({ division: places.otherVillage }),
    await desk.person({ isCertified: false }),
  ]
})
afterAll(() => desk.server.stop())

const codesOf = (body: { errors?: readonly { path: string; code: string; message: string }[] }) =>
  (body.errors ?? []).map(({ path, message }) => `${path}: ${message}`)

describe('a questionnaire', () => {
  it('takes its questions from what a module ships, and can be changed until it is published', async () => {
    const id = await desk.make(questionnaire, {
      title: '基本状况',
      year: 2026,
      division: places.county,
      basedOn: 'surveys.basicNeeds',
    })
    const { content, basis, questionCount } = await desk.read(questionnaire, id)
    expect(basis).toBe('国统制〔2016〕57号 动态1表')
    expect(content.questions).toHaveLength(questionCount)
    await desk.expectDone(
      desk.change(questionnaire, id, { content: { ...content, questions: content.questions.slice(0, 2), checks: [] } }),
    )
    expect((await desk.read(questionnaire, id)).questionCount).toBe(2)
    await desk.expectDone(desk.step(questionnaire, id, 'publish'))
    const refused = await desk.change(questionnaire, id, { content: shortForm })
    expect(codesOf(refused.body)).toEqual(['content: 调查表已经发布，不能再修改题目；请新建一个版本'])
  })

  it('says which question is wrong', async () => {
    const [first, ...rest] = shortForm.questions
    const content = { ...shortForm, questions: [{ ...first, showWhen: { answered: 'reason' } }, ...rest] }
    const { status, body } = await desk.add(questionnaire, {
      title: '坏',
      year: 2026,
      division: places.county,
      content,
    })
    expect(status).toBe(422)
    expect(codesOf(body)).toEqual(['content: 题目 employed 和题目 reason 的条件互相依赖'])
    const empty = await desk.add(questionnaire, { title: '空', year: 2026, division: places.county })
    expect(codesOf(empty.body)).toEqual(['content: 请选择题目取自哪一份调查表，或者填写题目'])
  })
})

describe('a campaign', () => {
  it('opens with a published questionnaire alone', async () => {
    const draft = await desk.make(questionnaire, {
      title: '草稿',
      year: 2026,
      division: places.county,
      content: shortForm,
    })
    const id = await desk.planned({ questionnaire: draft })
    expect((await desk.step(campaign, id, 'open')).status).toBe(422)
  })

  it('lists who has a certificate, village by village, each once', async () => {
    const id = await desk.opened()
    expect(await desk.read(campaign, id)).toMatchObject({ state: 'open', listed: 3 })
    const tasks = await desk.rows(assignment, `campaign=${id}`)
    expect(tasks.map(({ fields }) => [fields.division, fields.listed]).sort()).toEqual([
      [places.village, 2],
      [places.otherVillage, 1],
    ])
    const listed = await desk.rows(interview, `campaign=${id}`)
    expect(listed.map(({ fields }) => fields.person).sort()).toEqual(people.slice(0, 3).sort())
    // told again, nothing is listed twice
    await desk.server.write(async ({ write }) => write.emit('campaign.listing', { id }))
    await desk.server.deliver()
    expect(await desk.rows(interview, `campaign=${id}`)).toHaveLength(3)
  })

  it('lists a town, everybody of the register, or the heads of households', async () => {
    const everybody = await desk.opened({ division: places.town, covers: 'registered' })
    expect((await desk.read(campaign, everybody)).listed).toBe(4)
    const elsewhere = await desk.opened({ division: places.otherTown, covers: 'registered' })
    expect((await desk.read(campaign, elsewhere)).listed).toBe(0)
    const household = await desk.make(persons.records.household, { headName: '王某', division: places.village })
    for (const [person, relation] of [
      [people[0], '01'],
      [people[3], '10'],
    ])
      await desk.make(persons.records.member, { household, person, relation, since: '2020-01-01' })
    const homes = await desk.opened({ unit: 'household' })
    const [only, ...more] = await desk.rows(interview, `campaign=${homes}`)
    expect(await desk.read(interview, only?.id ?? '')).toMatchObject({ person: people[0], household })
    expect(more).toEqual([])
  })

  it('keeps what its list was drawn by, and closes the tasks of its villages', async () => {
    const id = await desk.opened()
    expect(codesOf((await desk.change(campaign, id, { covers: 'registered' })).body)).toEqual([
      'covers: 调查已经开始，不能再修改调查对象',
    ])
    await desk.expectDone(desk.change(campaign, id, { untilDay: '2026-09-30' }))
    const record = await desk.interviewOf(id, people[0] ?? '')
    await desk.expectDone(desk.step(campaign, id, 'close', { summary: '完成' }))
    expect(codesOf((await desk.collect(record, { contact: 'visit' })).body)).toEqual([
      'assignment: 调查已经结束，不能再填写',
    ])
  })
})

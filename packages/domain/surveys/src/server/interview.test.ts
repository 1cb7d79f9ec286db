import { fc } from '@fast-check/vitest'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { surveys, walkForm } from '../contract/index.js'
import { arbitraryAnswers } from '../testing/forms.js'
import { shortForm } from '../testing/short-form.js'
import { type Desk, fullAnswers, openDesk } from '../testing/survey-desk.js'

const { campaign, interview } = surveys.records
let desk: Desk
let person: string
let old: string
let moved: string
let of: string
beforeAll(async () => {
  desk = await openDesk()
  person = await desk.person({}, '1990-01-01')
  old = await desk.person({}, '1950-01-01')
  moved = await desk.person({ division: places.otherVillage })
  of = await desk.opened()
})
afterAll(() => desk.server.stop())

const village = (at: string) =>
  desk.server.as({
    id: at,
    name: '专职委员',
    at,
    may: ['surveys:*.read', 'persons:*.read', 'surveys:interview.collect', 'surveys:interview.finish'],
  })
const met = { contact: 'visit', visitedOn: '2026-07-02', consent: 'spoken' }
const messagesOf = (body: { errors?: readonly { path: string; message: string }[]; detail?: string }) =>
  body.errors ? body.errors.map(({ path, message }) => `${path}: ${message}`) : [body.detail]

describe('a record', () => {
  it('is collected with its questions, and refuses what does not answer them', async () => {
    const id = await desk.interviewOf(of, person)
    const { body } = await desk.collecting(id)
    expect(body).toMatchObject({ number: 1, facts: { age: 36 }, answers: {}, state: 'to-do', form: shortForm })
    const wrong = await desk.collect(id, { answers: { needs: ['1', '0'], employed: 'maybe', nothing: 'x' } })
    expect(wrong.status).toBe(422)
    expect(messagesOf(wrong.body)).toEqual([
      'answers.nothing: 调查表里没有这一题',
      'answers.employed: 请从选项中选择',
      'answers.needs: “没有”“不需要”一类的选项不能与其他选项同时选择',
    ])
  })

  it('comes with a key for the device, the same each time for one person and one record, another for others', async () => {
    const [id, other] = [await desk.interviewOf(of, person), await desk.interviewOf(of, old)]
    const keyOf = async (record: string, call?: Parameters<typeof desk.collecting>[1]) =>
      (await desk.collecting(record, call)).body.draftKey
    const key = await keyOf(id)
    expect(key).toEqual([expect.stringMatching(/^[\w-]{22}$/), expect.stringMatching(/^[\w-]{22}$/)])
    expect(await keyOf(id)).toEqual(key)
    const keys = [...key, ...(await keyOf(other)), ...(await keyOf(id, desk.server.as({ id: 'somebody-else' })))]
    expect(new Set(keys).size).toBe(6)
  })

  it('keeps no answer to a question that is not asked', async () => {
    const id = await desk.interviewOf(of, person)
    await desk.expectDone(desk.collect(id, { answers: { employed: 'no', reason: '无技能', old: 'yes' } }))
    expect((await desk.collecting(id)).body).toMatchObject({
      state: 'working',
      answers: { employed: 'no', reason: '无技能' },
    })
    await desk.expectDone(desk.collect(id, { answers: { employed: 'yes', reason: '无技能' } }))
    expect((await desk.collecting(id)).body.answers).toEqual({ employed: 'yes' })
  })

  it('keeps what is asked and nothing else, whatever is sent', async () => {
    const id = await desk.interviewOf(of, old)
    await fc.assert(
      fc.asyncProperty(arbitraryAnswers(shortForm), async (answers) => {
        const { facts } = (await desk.collecting(id)).body
        await desk.expectDone(desk.collect(id, { answers }))
        expect((await desk.collecting(id)).body.answers).toEqual(walkForm(shortForm, answers, facts).answers)
      }),
      { numRuns: 8, endOnFailure: true },
    )
  })

  it('tells whoever saved later that somebody else was first', async () => {
    const id = await desk.interviewOf(of, old)
    const { version } = (await desk.collecting(id)).body
    await desk.expectDone(desk.collect(id, { version, answers: {} }))
    expect((await desk.collect(id, { version, answers: {} })).status).toBe(412)
  })

  it('is finished when all is answered and somebody agreed, and goes back and forth until it is checked', async () => {
    const id = await desk.interviewOf(of, old)
    await desk.expectDone(desk.collect(id, { answers: fullAnswers, contact: 'visit', visitedOn: '2026-07-02' }))
    const refusal = async () => messagesOf((await desk.step(interview, id, 'finish')).body).join()
    expect(await refusal()).toContain('还有 1 题需要回答或者修改，第一处是 old')
    await desk.expectDone(desk.collect(id, { answers: { ...fullAnswers, old: 'no' } }))
    expect(await refusal()).toContain('请填写本人或者监护人是否同意')
    await desk.expectDone(desk.collect(id, { consent: 'spoken' }))
    await desk.expectDone(desk.step(interview, id, 'finish'))
    expect(messagesOf((await desk.collect(id, { answers: fullAnswers })).body)).toEqual([
      'answers: 记录已经完成，需要修改的请先退回',
    ])
    const town = desk.server.as({ id: 'town', name: '乡镇经办人', at: places.town })
    expect((await desk.step(interview, id, 'check')).status).toBe(403)
    await desk.expectDone(desk.step(interview, id, 'sendBack', { returnReason: '电话有误' }, town))
    await desk.expectDone(desk.collect(id, { answers: { ...fullAnswers, old: 'yes' } }))
    await desk.expectDone(desk.step(interview, id, 'finish'))
    await desk.expectDone(desk.step(interview, id, 'check', {}, town))
    expect((await desk.read(interview, id)).state).toBe('checked')
  })

  it('of somebody who was not met says why, and needs no answers', async () => {
    const id = await desk.interviewOf(of, moved)
    await desk.expectDone(desk.collect(id, { contact: 'moved', visitedOn: '2026-07-02' }))
    expect(messagesOf((await desk.step(interview, id, 'finish')).body).join()).toContain('失访的，请写明情况')
    await desk.expectDone(desk.collect(id, { contactNote: '随子女迁往邻县' }))
    await desk.expectDone(desk.step(interview, id, 'finish'))
  })

  it('is no day before the campaign and none to come', async () => {
    const id = await desk.interviewOf(of, person)
    expect(messagesOf((await desk.collect(id, { visitedOn: '2026-07-01' })).body)).toEqual([
      'visitedOn: 调查日期不能早于调查开始日期 2026-07-02',
    ])
    expect(messagesOf((await desk.collect(id, { visitedOn: '2026-07-03' })).body)).toEqual([
      'visitedOn: 调查日期不能晚于今天',
    ])
  })
})

describe('a village', () => {
  it('collects its own records and sees no others', async () => {
    const [here, there] = [village(places.village), village(places.otherVillage)]
    const id = await desk.interviewOf(of, person)
    expect((await desk.collect(id, { answers: { employed: 'yes' } }, here)).status).toBe(200)
    expect((await desk.collecting(id, there)).status).toBe(404)
    expect(
      (await there('POST', `/api/v1/surveys/interviews/${id}/collecting`, { version: 1, answers: {}, unconfirmed: [] }))
        .status,
    ).toBe(404)
    const progress = async (call: typeof here) =>
      (await desk.expectDone(call('GET', `/api/v1/surveys/campaigns/${of}/progress`))).places
    expect(await progress(there)).toMatchObject([
      { division: places.otherVillage, listed: 1, done: 1, modes: { moved: 1 } },
    ])
    expect(await progress(desk.clerk)).toHaveLength(2)
  })

  it('is overdue when records are open after the last day', async () => {
    const before = (await desk.expectDone(desk.clerk('GET', `/api/v1/surveys/campaigns/${of}/progress`))).places
    expect(before.map(({ isOverdue }: { isOverdue: boolean }) => isOverdue)).toEqual([false, false])
    desk.server.clock.advance(61 * 86_400_000)
    const after = (await desk.expectDone(desk.clerk('GET', `/api/v1/surveys/campaigns/${of}/progress`))).places
    expect(after.map(({ isOverdue }: { isOverdue: boolean }) => isOverdue)).toEqual([true, false])
  })
})

describe('the next campaign', () => {
  it('takes over the answers of the last, each to be confirmed', async () => {
    const next = await desk.opened({ previous: of, year: 2027, fromDay: '2026-09-01', untilDay: '2026-09-30' })
    const id = await desk.interviewOf(next, old)
    const { body } = await desk.collecting(id)
    expect(body.answers).toEqual({ ...fullAnswers, old: 'yes' })
    expect(body.unconfirmed).toEqual(['employed', 'needs', 'old'])
    await desk.expectDone(desk.collect(id, { ...met, visitedOn: '2026-09-01' }))
    expect(messagesOf((await desk.step(interview, id, 'finish')).body).join()).toContain('还有 3 题是上次的回答')
    await desk.expectDone(desk.collect(id, { unconfirmed: [] }))
    await desk.expectDone(desk.step(interview, id, 'finish'))
    // of whom nothing was finished, nothing is taken over
    expect((await desk.collecting(await desk.interviewOf(next, person))).body.answers).toEqual({})
    expect((await desk.read(campaign, next)).listed).toBe(3)
  })
})

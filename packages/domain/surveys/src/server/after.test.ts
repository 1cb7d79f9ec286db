import { fc } from '@fast-check/vitest'
import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { surveys } from '../contract/index.js'
import { type Desk, fullAnswers, openDesk } from '../testing/survey-desk.js'

const { campaign, interview, recheck, proposal, plan, service, problem } = surveys.records
const { status, need, person } = persons.records
let desk: Desk
let people: readonly string[]
let of: string
beforeAll(async () => {
  desk = await openDesk()
  people = [
    await desk.person(),
    await desk.person(),
    await desk.person(),
    await desk.person({ division: places.otherVillage }),
  ]
  await desk.make(status, { person: people[1], kind: 'employed', since: '2025-01-01', source: 'declared' })
  await desk.make(need, { person: people[1], kind: 'rehabilitation', level: 'ordinary', raisedOn: '2026-01-01' })
  of = await desk.opened()
})
afterAll(() => desk.server.stop())

const town = () => desk.server.as({ id: 'town', name: '乡镇经办人', at: places.town })
const idOf = (index: number) => people[index] ?? ''
const checked = async (index: number, answers = fullAnswers) => {
  const id = await desk.interviewOf(of, idOf(index))
  await desk.finished(id, answers)
  await desk.expectDone(desk.step(interview, id, 'check', {}, town()))
  return id
}
const changes = async (index: number) =>
  (await desk.rows(proposal, `campaign=${of}&person=${idOf(index)}`)).map(({ fields }) =>
    [fields.change, fields.statusKind ?? fields.needKind].filter(Boolean).join(' '),
  )
const decide = async (index: number, verb: 'accept' | 'reject', values = {}) => {
  for (const { id } of await desk.rows(proposal, `person=${idOf(index)}&state=open`))
    await desk.expectDone(desk.step(proposal, id, verb, values, town()))
}

describe('a checked record', () => {
  it('proposes what the register does not know, and nothing that it knows', async () => {
    await checked(0, { employed: 'yes', needs: ['1', '2'], phone: '13900000001' })
    expect((await changes(0)).sort()).toEqual(['begins employed', 'needed device', 'needed rehabilitation', 'phone'])
    await checked(1, { employed: 'yes', needs: ['1'] })
    expect(await changes(1)).toEqual([])
    // nothing is in the register before somebody decides
    expect(await desk.rows(status, `person=${idOf(0)}`)).toEqual([])
  })

  it('is written into the register with its source when somebody accepts', async () => {
    await decide(0, 'accept')
    expect((await desk.rows(status, `person=${idOf(0)}`)).map(({ fields }) => fields)).toMatchObject([
      { kind: 'employed', since: '2026-07-02', until: null, source: 'survey' },
    ])
    const needs = (await desk.rows(need, `person=${idOf(0)}`)).map(({ fields }) => [fields.kind, fields.level])
    expect(needs.sort()).toEqual([
      ['device', 'urgent'],
      ['rehabilitation', 'ordinary'],
    ])
    const found = await desk.server.write(async ({ read }) => (await read.one(person, idOf(0)))?.phone)
    expect(found).toBe('13900000001')
  })

  it('ends a status that no longer holds, and leaves the register alone when somebody refuses', async () => {
    const next = await desk.opened({ year: 2027 })
    const again = async (index: number, answers: typeof fullAnswers) => {
      const id = await desk.interviewOf(next, idOf(index))
      await desk.finished(id, answers)
      await desk.expectDone(desk.step(interview, id, 'check', {}, town()))
    }
    await again(1, { employed: 'no', reason: '单位关闭', needs: ['0'] })
    await decide(1, 'accept')
    expect((await desk.rows(status, `person=${idOf(1)}`)).map(({ fields }) => fields.until)).toEqual(['2026-07-02'])
    await again(2, { employed: 'yes', needs: ['0'] })
    await decide(2, 'reject', { rejectReason: '临时帮工，不是就业' })
    expect(await desk.rows(status, `person=${idOf(2)}`)).toEqual([])
    expect((await desk.rows(proposal, `person=${idOf(2)}`)).map(({ fields }) => fields.state)).toEqual(['rejected'])
  })

  it('is decided for many at once', async () => {
    await checked(3, { employed: 'yes', needs: ['1'] })
    const rows = await desk.rows(proposal, `person=${idOf(3)}&state=open`)
    expect(rows).toHaveLength(2)
    for (const { id } of rows) expect((await desk.step(proposal, id, 'accept', {}, town())).status).toBe(200)
    expect(await desk.rows(need, `person=${idOf(3)}&state=open`)).toHaveLength(1)
  })
})

describe('a sample', () => {
  it('is drawn village by village by its seed, and adds only what is missing', async () => {
    const draw = async (values: object) =>
      desk.expectDone(desk.clerk('POST', `/api/v1/surveys/campaigns/${of}/sample`, values))
    expect(await draw({ percent: 50, seed: 'lot-7' })).toEqual({ percent: 50, seed: 'lot-7', drawn: 2 })
    const first = (await desk.rows(recheck, `campaign=${of}`)).map(({ fields }) => fields.person).sort()
    expect(await draw({ percent: 10, seed: 'another' })).toEqual({ percent: 50, seed: 'lot-7', drawn: 0 })
    await checked(2)
    expect((await draw({ percent: 50 })).drawn).toBe(1)
    const all = (await desk.rows(recheck, `campaign=${of}`)).map(({ fields }) => fields.person)
    expect(all).toEqual(expect.arrayContaining(first))
    expect(await desk.read(campaign, of)).toMatchObject({ samplePercent: 50, sampleSeed: 'lot-7' })
  })

  it('is asked again by somebody else, blind, and says where the two agree', async () => {
    const [row] = await desk.rows(recheck, `campaign=${of}&person=${idOf(3)}`)
    const path = `/api/v1/surveys/rechecks/${row?.id}`
    const { body } = await desk.clerk('GET', `${path}/questions`)
    expect(body).toMatchObject({ state: 'to-do', before: null, answers: null })
    const answers = { employed: 'no', reason: '已辞工', needs: ['1'] }
    const asked = { version: body.version, answers }
    expect((await desk.clerk('POST', `${path}/answers`, asked)).body.code).toBe('another-person-required')
    const done = await desk.expectDone(town()('POST', `${path}/answers`, asked))
    expect(done).toMatchObject({ state: 'done', before: { employed: 'yes', needs: ['1'] }, answers })
    expect(await desk.read(recheck, row?.id ?? '')).toMatchObject({ compared: 2, agreed: 1 })
    const agreement = await desk.expectDone(desk.clerk('GET', `/api/v1/surveys/campaigns/${of}/agreement`))
    expect(agreement.questions).toEqual([
      { question: 'employed', compared: 1, agreed: 0 },
      { question: 'needs', compared: 1, agreed: 1 },
    ])
    expect((await town()('POST', `${path}/answers`, { ...asked, version: done.version })).status).toBe(409)
  })
})

describe('a plan', () => {
  it('begins with the open needs, is agreed when each says what, by whom and by when, and meets them', async () => {
    const based = await desk.interviewOf(of, idOf(0))
    const id = await desk.make(plan, {
      person: idOf(0),
      interview: based,
      madeOn: '2026-07-02',
      goal: '能独立出行',
      responsible: '专职委员甲',
    })
    const services = await desk.rows(service, `plan=${id}`)
    expect(services.map(({ fields }) => fields.goal).sort()).toEqual(['康复服务', '辅助器具'])
    expect((await desk.step(plan, id, 'agree')).status).toBe(422)
    for (const one of services)
      await desk.expectDone(desk.change(service, one.id, { what: '适配', provider: '县康复中心', dueOn: '2026-09-30' }))
    expect((await desk.step(service, services[0]?.id ?? '', 'finish', { doneOn: '2026-07-02' })).status).toBe(422)
    await desk.expectDone(desk.step(plan, id, 'agree'))
    const [first, second] = services
    await desk.expectDone(desk.step(service, first?.id ?? '', 'finish', { doneOn: '2026-07-02' }))
    expect((await desk.step(plan, id, 'review', { review: '好' })).status).toBe(422)
    await desk.expectDone(desk.step(service, second?.id ?? '', 'drop', { outcome: '本人不再需要' }))
    expect(await desk.read(plan, id)).toMatchObject({ services: 1, servicesDone: 1 })
    await desk.expectDone(desk.step(plan, id, 'review', { review: '好' }))
    expect((await desk.rows(need, `person=${idOf(0)}&state=met`)).length).toBe(1)
    expect((await desk.change(service, first?.id ?? '', { what: '改' })).status).toBe(422)
  })

  it('is removed with its services, which it counts, and comes back as it was', async () => {
    const id = await desk.make(plan, {
      person: idOf(1),
      interview: await desk.interviewOf(of, idOf(1)),
      madeOn: '2026-07-02',
      goal: '能独立出行',
      responsible: '专职委员甲',
    })
    const path = `/api/v1/surveys/plans/${id}`
    const { version, fields } = (await town()('GET', path)).body
    expect(fields.services).toBeGreaterThan(0)
    expect((await town()('POST', `${path}/remove`, {}, { 'if-match': `"${version}"` })).status).toBe(204)
    const back = await town()('POST', `${path}/restore`)
    expect(back.body).toMatchObject({ version: version + 3, fields: { goal: '能独立出行' } })
    const { text } = await desk.server.as({ at: 'all' })('GET', `${path}/history`)
    const versions = [...text.matchAll(/"version":(\d+)/g)].map(([, number]) => number)
    expect(versions.length).toBeGreaterThan(2)
    expect([...versions].sort()).toEqual([...new Set(versions)].sort())
  })

  it('is of the person whose record and needs it names', async () => {
    const other = await desk.interviewOf(of, idOf(1))
    const values = { person: idOf(2), interview: other, madeOn: '2026-07-02', goal: '就业', responsible: '甲' }
    expect((await desk.add(plan, values)).status).toBe(422)
  })
})

describe('a problem', () => {
  it('is answered and solved, or taken up again', async () => {
    const id = await desk.make(problem, {
      person: idOf(0),
      category: 'subsidy',
      raisedOn: '2026-07-01',
      channel: 'survey',
      text: '补贴没有到账',
    })
    await desk.expectDone(desk.step(problem, id, 'assign', { owner: '乡镇民政办' }))
    expect((await desk.step(problem, id, 'reply', { answer: '已补发', answeredOn: '2026-06-30' })).status).toBe(422)
    const reply = { answer: '已补发', answeredOn: '2026-07-02' }
    await desk.expectDone(desk.step(problem, id, 'reply', reply))
    await desk.expectDone(desk.step(problem, id, 'takeUpAgain', { whyNot: '仍未到账' }))
    await desk.expectDone(desk.step(problem, id, 'reply', reply))
    await desk.expectDone(desk.step(problem, id, 'solve', { satisfaction: 'content' }))
  })
})

it('counts what was listed, met, found, planned and solved', async () => {
  const names = [
    'listed',
    'surveyed',
    'visited',
    'lost',
    'surveyedRate',
    'agreementRate',
    'differingItems',
    'errorRate',
    'needsFound',
    'planned',
    'plannedRate',
    'solvedRate',
  ]
  const period = { from: '2026-01-01', to: '2026-12-31' }
  const asked = names.map((name) => ({ indicator: `surveys.${name}`, ...period }))
  const { figures } = await desk.expectDone(desk.clerk('POST', '/api/v1/figures/query', { figures: asked }))
  const told = Object.fromEntries(names.map((name, at) => [name, figures[at].value]))
  expect(told).toEqual({
    listed: 4,
    surveyed: 4,
    visited: 4,
    lost: 0,
    surveyedRate: 100,
    agreementRate: 50,
    differingItems: 1,
    errorRate: 50,
    needsFound: 4,
    planned: 1,
    plannedRate: 25,
    solvedRate: 100,
  })
})

it('however a record goes back and forth, it is written only while it is open and ends checked', {
  timeout: 60_000,
}, async () => {
  const walker = await desk.person()
  const round = await desk.opened({ year: 2028 })
  const id = await desk.interviewOf(round, walker)
  const deed = fc.constantFrom('collect', 'finish', 'sendBack', 'check')
  const met = { contact: 'phone', visitedOn: '2026-07-02', consent: 'spoken' }
  const allowed: Readonly<Record<string, readonly string[]>> = {
    'to-do': ['collect'],
    working: ['collect', 'finish'],
    returned: ['collect', 'finish'],
    done: ['sendBack', 'check'],
    checked: [],
  }
  const next: Readonly<Record<string, string>> = {
    collect: 'working',
    finish: 'done',
    sendBack: 'returned',
    check: 'checked',
  }
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 14 }), async (deeds) => {
      for (const what of deeds) {
        const { state } = await desk.read(interview, id)
        const { status: answered } =
          what === 'collect'
            ? await desk.collect(id, { answers: fullAnswers, unconfirmed: [], ...met, contactNote: `记${what}` })
            : await desk.step(
                interview,
                id,
                what,
                what === 'sendBack' ? { returnReason: '核对' } : {},
                what === 'finish' ? desk.clerk : town(),
              )
        const isRight = allowed[state]?.includes(what) === true
        // what is finished says the same again without being changed
        if (isRight) expect([state, what, answered]).toEqual([state, what, 200])
        const after = (await desk.read(interview, id)).state
        expect(after).toBe(isRight ? next[what] : state)
      }
    }),
    { numRuns: 4, seed: 990_121, endOnFailure: true },
  )
})

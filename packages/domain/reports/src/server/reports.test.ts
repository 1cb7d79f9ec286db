import { figuresServer } from '@opendpf/figures/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { planning } from '@opendpf/planning'
import { planningServer } from '@opendpf/planning/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reports } from '../contract/index.js'
import { training, trainingServer } from '../testing/training.js'
import { reportsServer } from './index.js'

const { plan, section, item, split, result } = planning.records
const { report } = reports.records
const base = '/api/v1/reports'
const itemCount = 60

let server: TestServer
let planId: string
beforeAll(async () => {
  server = await startTestServer({
    modules: [personsServer, organisationsServer, figuresServer, planningServer, trainingServer, reportsServer],
  })
  await server.write(async ({ write, today }) => {
    const made = await write.create(plan, {
      ...{
        title: '示范县2026年残疾人工作计划',
        kind: 'annual',
        division: places.county,
        firstYear: 2026,
        lastYear: 2026,
      },
      ...{ goals: '为民解困', state: 'draft' },
    })
    planId = made.id
    const tasks = await write.create(section, { plan: made.id, title: '一、就业', kind: 'tasks', position: 1 })
    const items = await write.createMany(
      item,
      Array.from({ length: itemCount }, (_, index) => ({
        ...{ plan: made.id, section: index % 2 ? tasks.id : null, number: `1.${index + 1}`, position: index + 1 },
        ...{ title: `培训第${index + 1}项`, line: 'employment', source: 'own', owner: '就业股', unit: 'person-time' },
        ...{ target: { kind: 'at-least', value: 10 }, state: 'open' },
        ...(index < 40 ? { indicator: 'training.attendances' } : {}),
      })),
    )
    const last = items.at(-1)
    const shares = await write.createMany(
      split,
      [places.town, places.otherTown].map((division) => ({
        ...{ item: last?.id, division, target: { kind: 'at-least', value: 5 } },
      })),
    )
    await write.create(result, { split: shares[0]?.id, division: places.town, asOf: today, value: 7 })
    await write.createMany(
      training.records.attendance,
      Array.from({ length: 13 }, (_, index) => ({
        ...{ person: `p${index}`, heldOn: '2026-03-03', division: index < 2 ? places.village : places.streetVillage },
      })),
    )
  })
})
afterAll(() => server.stop())

const path = () => server.path(report)
const compose = async (kind = 'year-end') => {
  const answer = await server.as()('POST', `${base}/plans/${planId}/compose`, { kind, title: '2026年度工作总结' })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id as string
}
const read = async (id: string) => (await server.as()('GET', `${path()}/${id}`)).body
const change = async (id: string, values: object) => {
  const { version } = await read(id)
  return server.as()('PATCH', `${path()}/${id}`, values, { 'if-match': `"${version}"` })
}
const wordOf = async (id: string) => {
  const { status, bytes } = await server.as()('GET', `${path()}/${id}/file?format=docx`)
  expect(status).toBe(200)
  return {
    bytes,
    words: strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ''),
  }
}

it('is drafted from a plan with its figures, quickly, and by towns with what is of few people hidden', async () => {
  const started = performance.now()
  const id = await compose()
  const { words } = await wordOf(id)
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(words).toContain('培训第1项：目标不少于10人次，完成13人次，完成率130%。')
  expect(words).toContain('培训第60项')
  const { fields } = await read(id)
  expect(fields.figures.items).toHaveLength(itemCount)
  const [first] = fields.figures.statistics
  expect(first).toMatchObject({ item: '1.1', addsUp: true, total: 13 })
  expect(first.values.toSorted()).toEqual([11, 2])
  expect(fields.figures.statistics.at(-1)).toMatchObject({ item: '1.60', values: expect.arrayContaining([7, null]) })
  const page = await server.as()('GET', `${path()}/${id}/file?format=html`)
  expect(page.text).toContain('<td>不公布</td>')
  expect(page.text).not.toContain('<td>11</td>')
})

it('keeps the words when its figures are taken anew, and lets nobody type a figure', async () => {
  const id = await compose()
  const narrative = '# 完成情况\n手工修改：{{1.1 完成}}。'
  expect((await change(id, { narrative })).status).toBe(200)
  expect((await wordOf(id)).words).toContain('手工修改：13人次。')
  await server.write(({ write }) =>
    write.create(training.records.attendance, { person: 'q', heldOn: '2026-04-04', division: places.streetVillage }),
  )
  expect((await wordOf(id)).words).toContain('手工修改：13人次。')
  const { version } = await read(id)
  expect((await server.as()('POST', `${path()}/${id}/refresh`, { version })).status).toBe(200)
  expect((await read(id)).fields.narrative).toBe(narrative)
  expect((await wordOf(id)).words).toContain('手工修改：14人次。')
  const { figures } = (await read(id)).fields
  expect((await change(id, { figures })).status).toBe(422)
  const refused = await change(id, { narrative: '{{9.9 完成}}' })
  expect(refused.status).toBe(422)
  expect(refused.body.errors[0].message).toContain('第 1 行：计划没有编号为“9.9”的项目')
})

it('is final once: nothing of it changes any more, whatever happens to the plan', async () => {
  const id = await compose()
  expect((await change(id, { issuer: '示范县残疾人联合会', issuedOn: '2026-06-15' })).status).toBe(200)
  const settle = async () =>
    server.as()('POST', `${path()}/${id}/do/settle`, {}, { 'if-match': `"${(await read(id)).version}"` })
  expect((await settle()).status).toBe(200)
  const { bytes } = await wordOf(id)
  server.clock.advance(86_400_000)
  await server.write(async (context) => {
    await context.write.create(training.records.attendance, {
      person: 'r',
      heldOn: '2026-05-05',
      division: places.village,
    })
    const [one] = await context.read.many(item, { plan: planId, number: '1.1' })
    await context.write.update(item, { id: one?.id ?? '', version: one?.version ?? 0, values: { title: '改名' } })
  })
  expect(Buffer.from((await wordOf(id)).bytes).equals(Buffer.from(bytes))).toBe(true)
  expect((await change(id, { title: '另一个题目' })).status).toBeGreaterThanOrEqual(400)
  const { version } = await read(id)
  expect((await server.as()('POST', `${path()}/${id}/refresh`, { version })).status).toBeGreaterThanOrEqual(400)
  const removed = await server.as()(
    'POST',
    `${path()}/${id}/remove`,
    { reason: '填错' },
    { 'if-match': `"${version}"` },
  )
  expect(removed.status).toBeGreaterThanOrEqual(400)
})

it('keeps to permission and territory', async () => {
  const id = await compose('next-year')
  const town = server.as({ at: places.town })
  expect((await town('GET', `${path()}/${id}/file?format=docx`)).status).toBe(404)
  expect((await town('POST', `${base}/plans/${planId}/compose`, { kind: 'year-end', title: '总结' })).status).toBe(404)
  const blind = server.as({ may: ['planning:*'] })
  expect((await blind('GET', `${path()}/${id}/file?format=docx`)).status).toBe(403)
  expect((await blind('POST', `${base}/plans/${planId}/compose`, { kind: 'year-end', title: '总结' })).status).toBe(403)
  expect((await server.as()('GET', `${path()}/${id}/file?format=pdf`)).status).toBe(400)
  expect((await server.as()('GET', `${path()}/${id}/file?format=docx&to=me`)).status).toBe(400)
})

import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FigureAsked } from '../contract/index.js'
import { figuresServer } from '../server/index.js'
import { clinic, clinicServer } from '../testing/clinic.js'

const { patient, visit } = clinic.records
const year = { from: '2026-01-01', to: '2026-12-31' }
const visits = { indicator: 'clinic.visits', ...year }
const homely = { ...visits, filters: { kind: ['home'] } }
/** More than a list is counted to, so that its total is known by the figure alone. */
const many = 1100

let server: TestServer
let before: string
beforeAll(async () => {
  server = await startTestServer({ modules: [clinicServer, figuresServer] })
  await server.write(async ({ write }) => {
    const { id } = await write.create(patient, { name: '张三', division: places.village, since: '2026-01-05' })
    const one = { patient: id, minutes: 30, division: places.village }
    await write.createMany(
      visit,
      Array.from({ length: many }, (_, index) => ({
        ...one,
        kind: index < 3 ? 'home' : 'centre',
        heldOn: `2026-0${1 + (index % 9)}-05`,
      })),
    )
  })
  before = server.clock.now().toISOString()
  server.clock.advance(60_000)
  await server.write(async ({ read, write }) => {
    const [first, second] = await read.many(visit, { kind: 'home' })
    if (!first || !second) throw new Error('there are home visits')
    await write.remove(visit, { id: first.id, version: first.version })
    await write.update(visit, { id: second.id, version: second.version, values: { kind: 'centre' } })
  })
})
afterAll(() => server.stop())

const list = async (figure: FigureAsked, more: object = {}) => {
  const { status, body } = await server.as()('POST', '/api/v1/figures/rows', { figure, ...more })
  expect(status).toBe(200)
  return body
}
const tell = (figure: FigureAsked) => server.as()('POST', '/api/v1/figures/query', { figures: [figure] })

it('counts a list up to a bound, and takes what the figure came to where that is known', async () => {
  expect((await list(visits)).total).toEqual({ value: 1000, isExact: false })
  // as the page after it says
  expect((await list(visits)).total).toEqual({ value: 1000, isExact: false })
  await tell(visits)
  expect((await list(visits)).total).toEqual({ value: many - 1, isExact: true })
  // somebody who is one does not stand for the rows
  const served = { ...visits, indicator: 'clinic.served' }
  await tell(served)
  expect((await list(served)).total).toEqual({ value: 1000, isExact: false })
  expect((await list(homely)).total).toEqual({ value: 1, isExact: true })
})

it('counts a place by itself', async () => {
  const quiet = { ...visits, division: places.quietVillage }
  expect(await list(quiet)).toMatchObject({ rows: [], total: { value: 0, isExact: true } })
  for (const division of [places.town, places.village]) {
    expect((await list({ ...homely, division })).total).toEqual({ value: 1, isExact: true })
    expect((await list({ ...homely, division, asOf: before })).total).toEqual({ value: 3, isExact: true })
    expect((await list({ ...visits, division, from: '2026-01-05', to: '2026-01-05' })).total).toEqual({
      value: 122,
      isExact: true,
    })
  }
})

it('counts anew what has changed', async () => {
  await tell(homely)
  const [one] = (await list(homely)).rows
  await server.write(({ write }) => write.update(visit, { id: one.id, version: one.version, values: { minutes: 31 } }))
  expect((await list(homely)).rows).toMatchObject([{ id: one.id, version: one.version + 1 }])
  await server.write(({ write }) =>
    write.update(visit, { id: one.id, version: one.version + 1, values: { kind: 'centre' } }),
  )
  expect(await list(homely)).toMatchObject({ rows: [], total: { value: 0, isExact: true } })
})

it.each([
  ['many', visits, many],
  ['few', homely, 3],
] as const)('opens %s rows as they were known, each once and in their order', async (_, asked, count) => {
  const figure = { ...asked, asOf: before }
  const rows: { id: string; version: number; fields: { heldOn: string } }[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const page = await list(figure, { limit: 200, ...(cursor ? { cursor } : {}) })
    rows.push(...page.rows)
    cursor = page.next
  }
  expect(new Set(rows.map(({ id }) => id)).size).toBe(count)
  expect(rows).toHaveLength(count)
  expect(rows.every(({ version }) => version === 1)).toBe(true)
  const days = rows.map(({ fields }) => fields.heldOn)
  expect(days).toEqual(days.toSorted())
  expect((await tell(figure)).body.figures[0].value).toBe(count)
  expect((await list(figure)).total).toEqual({ value: count, isExact: true })
})

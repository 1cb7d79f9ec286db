import { fc } from '@fast-check/vitest'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PlanFile } from '../../contract/index.js'
import { type Desk, openDesk } from '../../testing/plan-desk.js'
import { planFileArbitrary } from '../../testing/plan-files.js'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-01-05T02:00:00Z')
})
afterAll(() => desk.server.stop())

const send = (format: string, content: string, more: object = {}) =>
  desk.clerk('POST', '/api/v1/planning/plan-files', { format, content, ...more })
const fetchFile = (id: string, format: string) =>
  desk.clerk('GET', `/api/v1/planning/plans/${id}/file?format=${format}`)

/** Organisations are looked up in the register, which these files know nothing of. */
function withoutOrganisations(file: PlanFile): PlanFile {
  return { ...file, items: file.items.map(({ organisation: _, ...rest }) => rest) }
}

/** Shares have no order of their own: a file that is taken out has them by division. */
function ordered(file: PlanFile): PlanFile {
  const byDivision = (one: { division: string }, other: { division: string }) =>
    one.division.localeCompare(other.division)
  return {
    ...file,
    items: file.items.map((row) => (row.splits ? { ...row, splits: row.splits.toSorted(byDivision) } : row)),
  }
}

it('a plan that is brought in is taken out again as it was, in every form', async () => {
  await fc.assert(
    fc.asyncProperty(planFileArbitrary, async (drawn) => {
      const file = withoutOrganisations(drawn)
      const { status, body } = await send('json', JSON.stringify(file))
      expect(status, JSON.stringify(body)).toBe(201)
      const json = await fetchFile(body.id, 'json')
      expect(json.body).toEqual(ordered(file))
      const workbook = await fetchFile(body.id, 'xlsx')
      const again = await send('xlsx', Buffer.from(workbook.bytes).toString('base64'))
      expect(again.status, JSON.stringify(again.body)).toBe(201)
      const yaml = await fetchFile(again.body.id, 'yaml')
      expect(yaml.text).toContain('format: opendpf-plan/1')
      expect((await send('yaml', yaml.text, { isTrial: true })).body).toEqual({
        title: file.plan.title,
        items: file.items.length,
      })
      expect((await fetchFile(again.body.id, 'json')).body).toEqual(ordered(file))
    }),
    { numRuns: 8 },
  )
})

const file = (values: object): string =>
  JSON.stringify({
    format: 'opendpf-plan/1',
    plan: { title: '计划', kind: 'annual', division: places.county, firstYear: 2026, lastYear: 2026 },
    items: [
      {
        number: '1',
        title: '培训',
        line: 'employment',
        source: 'own',
        unit: 'person',
        target: { kind: 'at-least', value: 300 },
        ...values,
      },
    ],
  })

it('organisations are found by their names, and a file with anything wrong writes nothing', async () => {
  await desk.makeOrganisation('示范县残疾人就业服务中心')
  const taken = await send('json', file({ organisation: '示范县残疾人就业服务中心' }))
  expect((await fetchFile(taken.body.id, 'json')).body.items[0].organisation).toBe('示范县残疾人就业服务中心')
  const before = (await desk.clerk('GET', '/api/v1/planning/plans')).body.total.value
  const unknown = await send('json', file({ organisation: '不存在的单位' }))
  expect(unknown.body.errors).toMatchObject([{ path: 'items.0.organisation', code: 'file.problem.organisation' }])
  expect((await send('json', file({ unit: 'people' }))).status).toBe(422)
  expect(
    (await send('json', file({ splits: [{ division: places.neighbour, target: { kind: 'zero' } }] }))).status,
  ).toBe(422)
  expect((await desk.clerk('GET', '/api/v1/planning/plans')).body.total.value).toBe(before)
})

it('the schema is published, and an unknown form is refused', async () => {
  const { body } = await desk.clerk('GET', '/api/v1/planning/plan-files/schema')
  expect(body.properties.items).toBeDefined()
  const id = (await send('json', file({}))).body.id
  expect((await fetchFile(id, 'doc')).status).toBe(400)
  expect((await fetchFile('none', 'yaml')).status).toBe(404)
  for (const rest of [
    `plans/${id}/file?nope=1`,
    `plans/${id}/file?format=yaml&format=json`,
    `plans/${id}/progress?nope=1`,
  ])
    expect((await desk.clerk('GET', `/api/v1/planning/${rest}`)).status, rest).toBe(400)
  for (const rest of [`plans/${id}/findings`, 'plan-files/schema', 'schemes/none/assessment'])
    expect((await desk.clerk('GET', `/api/v1/planning/${rest}?asOf=2026-01-01`)).status, rest).toBe(400)
})

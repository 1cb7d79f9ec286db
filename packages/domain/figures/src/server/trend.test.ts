import { openSheet, readRows, textOf } from '@opendpf/sheets'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { figures, type TrendPoint } from '../contract/index.js'
import { clinic, clinicServer } from '../testing/clinic.js'
import { figuresServer } from './index.js'

const { patient, visit } = clinic.records
const base = '/api/v1/figures'

let server: TestServer
let today: string
beforeAll(async () => {
  server = await startTestServer({ modules: [clinicServer, figuresServer] })
  await server.write(async (context) => {
    today = context.today
    const year = Number(today.slice(0, 4))
    const days = [`${year - 2}-03-01`, `${year - 1}-02-28`, `${year - 1}-12-31`, `${year}-01-01`]
    const [someone] = await context.write.createMany(patient, [
      { name: '张三', sex: '1', division: places.village, since: `${year - 3}-01-01` },
    ])
    await context.write.createMany(
      visit,
      days.map((heldOn, index) => ({
        ...{ patient: someone?.id, kind: 'home', heldOn, minutes: 30 },
        division: index === 0 ? places.streetVillage : places.village,
      })),
    )
  })
})
afterAll(() => server.stop())

const visits = { indicator: 'clinic.visits', division: places.county }
const trend = async (body: object) => {
  const { status, body: answer } = await server.as()('POST', `${base}/trend`, body)
  return { status, points: (answer as { readonly points: readonly TrendPoint[] }).points }
}

it('tells the last periods, and the same days of the year before', async () => {
  const { points } = await trend({ figure: visits, kind: 'year', count: 3 })
  const year = Number(today.slice(0, 4))
  expect(points.map(({ period, value, lastYear }) => [period, value, lastYear.value])).toEqual([
    [`${year - 2}`, 1, 0],
    [`${year - 1}`, 2, 1],
    // a year that is not over stands beside the same days of the last
    [`${year}`, 1, today.slice(5) >= '02-28' ? (today.slice(5) === '12-31' ? 2 : 1) : 0],
  ])
  expect(points.at(-1)?.to).toBe(today)
  const months = await trend({ figure: visits, kind: 'month', count: 24 })
  expect(months.points).toHaveLength(24)
  expect((await trend({ figure: visits, kind: 'plan-year', count: 3 })).status).toBe(422)
  expect((await trend({ figure: { ...visits, filters: { colour: ['red'] } }, kind: 'year', count: 3 })).status).toBe(
    400,
  )
})

it('keeps what was frozen by a definition of then', async () => {
  const year = Number(today.slice(0, 4)) - 2
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const told = { indicator: 'clinic.visits', definitionVersion: 9, division: places.county, fromDay: from, toDay: to }
  const rest = { filters: {}, cutOff: `${to}T00:00:00Z`, membersHash: '0', frozenBy: '甲', purpose: '年报' }
  await server.write(({ write }) =>
    write.createMany(figures.records.frozenFigure, [
      { ...told, ...rest, value: 77 },
      // of other rows, of the present definition
      { ...told, ...rest, value: 5, filters: { kind: ['home'] } },
    ]),
  )
  const { points } = await trend({ figure: visits, kind: 'year', count: 3 })
  expect(points[0]).toMatchObject({ value: 1, definitionVersion: 1 })
  // the first version of a definition has none before it
  expect(points.every(({ definitionVersion }) => definitionVersion === 1)).toBe(true)
  const { points: share } = await trend({ figure: { ...visits, indicator: 'clinic.served' }, kind: 'year', count: 3 })
  expect(share[0]).toMatchObject({ value: 1, definitionVersion: 2 })
  await server.write(({ write }) =>
    write.create(figures.records.frozenFigure, {
      ...told,
      ...rest,
      indicator: 'clinic.served',
      definitionVersion: 1,
      value: 66,
    }),
  )
  const { points: served } = await trend({ figure: { ...visits, indicator: 'clinic.served' }, kind: 'year', count: 3 })
  expect(served[0]).toMatchObject({ value: 66, definitionVersion: 1 })
  expect(served[1]?.lastYear).toMatchObject({ value: 66, definitionVersion: 1 })
})

it('writes a breakdown as a file, with what it says above it and reasons instead of numbers', async () => {
  const year = Number(today.slice(0, 4)) - 1
  const days = { from: `${year}-01-01`, to: `${year}-12-31` }
  for (const format of ['xlsx', 'csv'] as const) {
    const figure = { ...visits, ...days, by: 'sex' }
    const answer = await server.as()('POST', `${base}/breakdown-file`, { figure, format })
    const workbook = await openSheet(answer.bytes, { name: `a.${format}` })
    const rows: string[][] = []
    for await (const { cells } of readRows(workbook, workbook.sheets[0]?.name ?? '')) rows.push(cells.map(textOf))
    expect(rows[0]?.[0]).toContain('服务人次')
    expect(rows.map((row) => row.slice(0, 2).join(' '))).toContain('男 2')
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['合计', '2'])
  }
})

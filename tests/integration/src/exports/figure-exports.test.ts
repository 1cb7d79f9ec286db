import { figures } from '@opendpf/figures'
import { figuresServer } from '@opendpf/figures/server'
import { personsServer } from '@opendpf/persons/server'
import { openSheet, readRows, textOf } from '@opendpf/sheets'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openDesk, type Person } from '../imports/desk.js'

const source = figures.records.externalFigure.ref
let desk: Desk
let clerk: Person

beforeAll(async () => {
  desk = await openDesk([personsServer, figuresServer])
  clerk = desk.as({
    id: 'clerk',
    name: '小李',
    may: ['persons:*', 'figures:*', 'system:export.read', 'system:job.read'],
  })
  const people = [
    ['张三', places.village],
    ['李四', places.streetVillage],
    ['王五', places.village],
  ] as const
  for (const [name, division] of people) {
    const made = await clerk.call('POST', '/persons/persons', { name, sex: '1', birthDate: '1980-05-05', division })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
  }
})
afterAll(() => desk.stop())

const wanted = { record: 'persons.person', query: {}, format: 'csv', reason: '核对名单' }
const persons = { indicator: 'persons.registered', to: '2026-06-15' }
const exported = async (asked: object) => {
  const answer = await clerk.call('POST', '/system/exports', { ...wanted, rows: { of: 'figures', asked } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  await clerk.done(answer.body.fields.job)
  const file = await clerk.call('GET', `/system/exports/${answer.body.id}/file`)
  const names: string[] = []
  for await (const { cells } of readRows(await openSheet(file.bytes, { name: 'a.csv' }), 0))
    names.push(cells.map(textOf).join(' '))
  return names.slice(2)
}

describe('the list behind a figure', () => {
  test('is taken out like any other list, with the rows that the figure counts', async () => {
    expect(await exported(persons)).toHaveLength(3)
    const inTown = await exported({ ...persons, division: places.town })
    expect(inTown).toHaveLength(2)
    expect(inTown.some((row) => row.includes('李四'))).toBe(false)
  })

  test('is refused where it cannot be meant', async () => {
    const ask = (more: object) => clerk.call('POST', '/system/exports', { ...wanted, ...more })
    for (const rows of [
      { of: 'figures', asked: { indicator: 'persons.none' } },
      { of: 'figures', asked: { ...persons, colour: 'red' } },
      { of: 'persons', asked: persons },
    ])
      expect((await ask({ rows })).status, JSON.stringify(rows)).toBe(400)
    const rows = { of: 'figures', asked: persons }
    expect((await ask({ rows, record: source })).status).toBe(400)
    expect((await ask({ rows, query: { search: '张' } })).status).toBe(400)
    expect((await ask({ rows: { of: 'figures', asked: { ...persons, division: '110101000000' } } })).status).toBe(404)
  })
})

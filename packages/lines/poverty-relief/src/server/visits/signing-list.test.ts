import { places } from '@opendpf/testing'
import { openPdf } from '@opendpf/typesetter/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCounty } from '../../testing/county.js'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty({ hasWork: true })
})
afterAll(() => county.server.stop())

type Values = Readonly<Record<string, unknown>>
const round = { occasion: 'spring-festival', since: '2026-02-01', until: '2026-02-16' }
const list = (values: Values = {}) =>
  county.add('poverty-relief/visit-lists', { name: '2026年春节慰问', division: places.county, ...round, ...values })
const visit = (person: string, values: Values = {}) =>
  county.add('poverty-relief/visits', {
    person,
    visitedOn: '2026-02-10',
    occasion: 'spring-festival',
    visitors: '县残联 甲',
    cash: 50_000,
    ...values,
  })
const holder = () => county.holder({ category: '4', grade: '2' })

/** What stands on each page, without blanks. */
async function pagesOf(id: string): Promise<readonly string[]> {
  const answer = await county.clerk('POST', `/api/v1/poverty-relief/visit-lists/${id}/documents/signing`)
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return (await openPdf(answer.bytes)).pages.map(({ text }) => text.replace(/\s/g, ''))
}

describe('the list for signature', () => {
  it('tells each household where it lives, what it is brought, and the sums', async () => {
    const person = await holder()
    const home = await county.add('persons/households', {
      headName: '示家',
      division: places.village,
      address: '东街三组18号',
    })
    await county.add('persons/members', { household: home, person, relation: '01', since: '2020-01-01' })
    await visit(person, { goods: '米两袋', goodsValue: 12_000 })
    await visit(await holder(), { cash: 30_000 })
    const [page = '', ...more] = await pagesOf(await list())
    expect(more).toEqual([])
    for (const part of [
      '2026年春节慰问发放签领表',
      '春节',
      '东街三组18号',
      '米两袋',
      '120.00',
      '领取人签字',
      '第1页共1页',
    ])
      expect(page).toContain(part)
    // the sums stand above the table and in its last line
    expect(page).toContain('共2人次，慰问金800.00元（捌佰元整），慰问品折款120.00元。')
    expect(page).toMatch(/合计800\.00120\.00/)
  })

  it('holds the visits of its occasion, place and days alone', async () => {
    const person = await holder()
    for (const values of [
      { visitedOn: '2026-03-16' },
      { visitedOn: '2026-03-31' },
      { occasion: 'ear-day', visitedOn: '2026-03-20' },
      { visitedOn: '2026-03-17', cash: 10_000 },
    ])
      await visit(person, values)
    const days = { since: '2026-03-17', until: '2026-03-30' }
    expect((await pagesOf(await list(days))).join('')).toContain('共1人次，慰问金100.00元')
    const elsewhere = await list({ ...days, division: places.otherTown })
    expect((await pagesOf(elsewhere)).join('')).toContain('共0人次')
  })

  it('numbers its pages, and repeats the head of the table on each', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, holder))
    for (const person of people)
      for (let day = 1; day <= 9; day += 1) await visit(person, { visitedOn: `2026-04-0${day}`, goods: '面' })
    const pages = await pagesOf(await list({ since: '2026-04-01', until: '2026-04-30' }))
    expect(pages.length).toBeGreaterThan(1)
    for (const [index, page] of pages.entries()) expect(page).toContain(`第${index + 1}页共${pages.length}页`)
    for (const page of pages.slice(0, -1)) expect(page).toContain('领取人签字')
    expect(pages.at(-1)).toMatch(/合计18,000\.00/)
  })
})

it('a list tells of one round, not of a year', async () => {
  const refused = await Promise.all(
    [{ until: '2026-01-31' }, { until: '2026-04-04' }].map((more) =>
      county.clerk('POST', '/api/v1/poverty-relief/visit-lists', {
        name: '慰问',
        division: places.county,
        ...round,
        ...more,
      }),
    ),
  )
  expect(refused.map(({ status, body }) => [status, body.errors[0].code])).toEqual([
    [422, 'visitList.problem.order'],
    [422, 'visitList.problem.long'],
  ])
})

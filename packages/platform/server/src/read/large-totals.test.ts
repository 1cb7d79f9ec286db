import type { ListQuery, Scope } from '@opendpf/kit'
import { describe, expect, it } from 'vitest'
import type { Counted } from './large-totals.js'
import { createLargeTotals } from './large-totals.js'

const large = { value: 1000, isExact: false }
const county: Scope = { level: 'county', code: '990121' }
const start = new Date('2026-03-02T08:00:00+08:00').getTime()

const list = (query: Partial<ListQuery> = {}, more: Partial<Counted> = {}): Counted => ({
  record: { ref: 'persons.person' },
  scope: county,
  query: { filters: {}, ...query },
  ...more,
})

function open() {
  let time = start
  const totals = createLargeTotals({ now: () => new Date(time) })
  return {
    totals,
    wait: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

describe('the totals of long lists', () => {
  it('hold for every page and order of a list, whichever filter is named first', () => {
    const { totals } = open()
    const sex = { any: ['1'] }
    const grade = { any: ['2'] }
    totals.keep(list({ filters: { sex, grade } }), large)
    const other = { filters: { grade, sex }, limit: 50, cursor: 'next', order: { by: 'name', direction: 'ascending' } }
    expect(totals.find(list(other as ListQuery))).toEqual(large)
  })

  it.each([
    ['filter', list({ filters: { sex: { any: ['2'] } } })],
    ['place', list({ within: '990121100000' })],
    ['territory', list({}, { scope: { level: 'town', code: '990121100' } })],
    ['record', list({}, { record: { ref: 'certificates.certificate' } })],
    ['instant', list({}, { asOf: '2025-01-01T00:00:00Z' })],
    ['search', list({ search: '张' })],
    ['look-up', list({ lookup: { field: 'phone', value: '19900000001' } })],
    ['query of a module', list({}, { among: { sql: 'select id from persons_person', parameters: [] } })],
  ])('say nothing of another %s', (_, other) => {
    const { totals } = open()
    totals.keep(list(), large)
    expect(totals.find(other)).toBeUndefined()
  })

  it('are forgotten after ten seconds, and when the clock was set back', () => {
    const { totals, wait } = open()
    totals.keep(list(), large)
    wait(9999)
    expect(totals.find(list())).toEqual(large)
    wait(1)
    expect(totals.find(list())).toBeUndefined()
    totals.keep(list(), large)
    wait(-1)
    expect(totals.find(list())).toBeUndefined()
  })

  it('keep no exact number, and nothing that was searched for', () => {
    const { totals } = open()
    totals.keep(list(), { value: 1000, isExact: true })
    totals.keep(list({ search: '张' }), large)
    expect(totals.find(list())).toBeUndefined()
    expect(totals.find(list({ search: '张' }))).toBeUndefined()
  })

  it('let the oldest go when there are a thousand', () => {
    const { totals } = open()
    const at = (index: number) => list({ filters: { name: { any: [String(index)] } } })
    for (let index = 0; index <= 1000; index += 1) totals.keep(at(index), large)
    expect(totals.find(at(0))).toBeUndefined()
    expect(totals.find(at(1))).toEqual(large)
    expect(totals.find(at(1000))).toEqual(large)
  })
})

import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { sample } from '../testing/sample-records.js'
import { isAsked, placeQuery, readListState } from './list-state.js'

const record = sample.applicant

describe('the state of a list', () => {
  it('keeps conditions, order and place in the address, and comes back from it', () => {
    const query = {
      filters: { sex: { any: ['2'] }, birthDate: { from: '1950-01-01', to: '1960-12-31' } },
      within: '990121101000',
      order: { by: 'birthDate', direction: 'descending' as const },
      cursor: 'c2',
    }
    const placed = placeQuery(query, ['', 'c1'])
    expect(placed.search).toEqual({
      sex: '2',
      'birthDate.from': '1950-01-01',
      'birthDate.to': '1960-12-31',
      within: '990121101000',
      order: '-birthDate',
      cursor: 'c2',
    })
    const state = readListState(record, placed.search, placed.state)
    expect(state.query).toEqual(query)
    expect(state.page).toBe(3)
  })

  test.prop([fc.string({ minLength: 1, maxLength: 20 }), fc.stringMatching(/^\d{6,18}$/)])(
    'never writes a searched name or number into the address',
    (search, value) => {
      const placed = placeQuery({ filters: {}, search, lookup: { field: 'idNumber', value } })
      expect(placed.search).toEqual({})
      expect(readListState(record, placed.search, placed.state).query).toMatchObject({
        search,
        lookup: { field: 'idNumber', value },
      })
    },
  )

  it('does not guess at an address it does not understand', () => {
    const state = readListState(record, { phone: '139' }, {})
    expect(state.isInvalid).toBe(true)
    expect(state.query).toEqual({ filters: {} })
  })

  it('does not know the page of a later page that was opened directly', () => {
    expect(readListState(record, { cursor: 'c9' }, {}).page).toBeUndefined()
  })

  it('forgets a look-up by a field the record does not look up', () => {
    expect(readListState(record, {}, { asked: { lookup: { field: 'name', value: 'x' } } }).query).toEqual({
      filters: {},
    })
  })

  it('counts as asked once anything narrows it', () => {
    expect(isAsked({ filters: {} })).toBe(false)
    expect(isAsked({ filters: {}, order: { by: 'name', direction: 'ascending' } })).toBe(false)
    expect(isAsked({ filters: {}, within: '990121000000' })).toBe(true)
    expect(isAsked({ filters: {}, search: 'w' })).toBe(true)
  })
})

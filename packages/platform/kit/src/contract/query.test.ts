import { fc, it as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { pets } from '../testing/pets.js'
import type { PlacedRecord } from './index.js'
import { checkListQuery, readListParams, writeListParams } from './index.js'

const owner = pets.records.owner as unknown as PlacedRecord
const read = (query: string) => readListParams(owner, new URLSearchParams(query))

describe('list queries', () => {
  it('reads filters, ranges, order, place and page', () => {
    expect(
      read('ethnicity=01,03&birthDate.from=1950-01-01&isActive=true&order=-birthDate&within=990121100000&limit=50'),
    ).toEqual({
      filters: { ethnicity: { any: ['01', '03'] }, birthDate: { from: '1950-01-01' }, isActive: { any: ['true'] } },
      order: { by: 'birthDate', direction: 'descending' },
      within: '990121100000',
      limit: 50,
    })
  })

  it.each([
    'nope=1',
    'name=x',
    'ethnicity=99999',
    'ethnicity.from=01',
    'birthDate=2000-01-01',
    'birthDate.from=2000-13-01',
    'birthDate.until=2000-01-01',
    'isActive=maybe',
    'order=pets',
    'limit=0',
    'limit=1e9',
    'limit=x',
    'within=12',
    'search=x',
  ])('refuses %s instead of widening the result', (query) => expect(() => read(query)).toThrow('invalid-request'))

  it('refuses a look-up by a field that has no blind index', () => {
    expect(() => checkListQuery(owner, { filters: {}, lookup: { field: 'name', value: 'x' } })).toThrow(
      'invalid-request',
    )
    expect(checkListQuery(owner, { filters: {}, lookup: { field: 'idNumber', value: 'x' } })).toBeDefined()
  })

  it('lets a child always be listed by its parent', () => {
    expect(readListParams(pets.records.pet as unknown as PlacedRecord, new URLSearchParams('owner=1')).filters).toEqual(
      { owner: { any: ['1'] } },
    )
  })

  const query = fc.record(
    {
      filters: fc.record(
        {
          ethnicity: fc.record({ any: fc.uniqueArray(fc.constantFrom('01', '03', '56'), { minLength: 1 }) }),
          birthDate: fc.record({ from: fc.constant('1950-01-01') }),
          pets: fc.record({ to: fc.nat(20).map(String) }),
        },
        { requiredKeys: [] },
      ),
      order: fc.record({
        by: fc.constantFrom('name', 'birthDate'),
        direction: fc.constantFrom('ascending' as const, 'descending' as const),
      }),
      within: fc.constantFrom('990121000000', '990121100201'),
      limit: fc.integer({ min: 1, max: 200 }),
    },
    { requiredKeys: ['filters'] },
  )
  property.prop([query])('written and read again is the same', (wanted) => {
    expect(readListParams(owner, writeListParams(wanted))).toEqual(wanted)
  })
  property.prop([fc.webQueryParameters()])('never throws anything but a refusal', (text) => {
    try {
      read(text)
    } catch (error) {
      expect((error as { code: string }).code).toBe('invalid-request')
    }
  })
})

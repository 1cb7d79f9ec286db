import { describe, expect, it } from 'vitest'
import { sample } from '../testing/sample-records.js'
import { draftOf, filterFields, lookupFields, readDraft, startDraft } from './filter-draft.js'

const record = sample.applicant
const empty = startDraft(record, { filters: {} })

describe('conditions being filled in', () => {
  it('read ranges as people type them', () => {
    const { conditions, problems } = readDraft(record, {
      ...empty,
      filters: {
        birthDate: { any: [], from: '1950年1月1日', to: '' },
        income: { any: [], from: '1,200', to: '2000.5' },
      },
    })
    expect(problems).toEqual({})
    expect(conditions.filters).toEqual({ birthDate: { from: '1950-01-01' }, income: { from: '120000', to: '200050' } })
  })

  it('name an end that cannot be read', () => {
    expect(
      readDraft(record, { ...empty, filters: { birthDate: { any: [], from: '很久以前', to: '' } } }).problems,
    ).toEqual({ birthDate: true })
  })

  it('come back from a query, amounts in yuan', () => {
    const draft = startDraft(record, {
      filters: { income: { from: '120050' }, sex: { any: ['1', '2'] } },
      search: '王',
    })
    expect(draftOf(draft, 'income').from).toBe('1200.50')
    expect(draftOf(draft, 'sex').any).toEqual(['1', '2'])
    expect(draft.search).toBe('王')
  })

  it('offer numbers for look-up and leave the division to the territory', () => {
    expect(lookupFields(record)).toEqual(['idNumber', 'phone'])
    expect(filterFields(record)).not.toContain('division')
  })
})

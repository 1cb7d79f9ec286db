import { fieldMeta } from '@opendpf/kit'
import { describe, expect, it } from 'vitest'
import { person, sample } from '../testing/sample-records.js'
import { changedFields, emptyValues, inputOf, isRequired, rawOf, valuesOf } from './raw-values.js'

const meta = (field: string) => fieldMeta(sample.applicant, field)

describe('inputOf', () => {
  it.each([
    ['birthDate', '2024年5月6日', '2024-05-06'],
    ['birthDate', '2024-02-30', '2024-02-30'],
    ['children', '３', 3],
    ['children', 'drei', 'drei'],
    ['income', '1,200.5', 120_050],
    ['income', 'viel', 'viel'],
    ['livesAlone', 'false', false],
    ['name', '  王秀英 ', '王秀英'],
    ['note', '   ', null],
    ['idNumber', '９９０１21 1960 0506 2221', '990121196005062221'],
  ])('%s takes "%s"', (field, raw, input) => expect(inputOf(meta(field), raw)).toEqual(input))
})

describe('values of a form', () => {
  it('survive the way into the controls and back', () => {
    for (const [field, value] of Object.entries(person))
      expect(inputOf(meta(field), rawOf(meta(field), value))).toEqual(value)
  })

  it('leave hidden values out, so that saving does not store a mask', () => {
    const values = valuesOf(sample.applicant, {
      fields: { ...person, idNumber: '990121********2223' },
      masked: ['idNumber'],
    })
    expect(values.idNumber).toBe('')
    expect(changedFields(sample.applicant, values, values)).toEqual([])
  })

  it('know what changed by meaning, not by spelling', () => {
    const before = valuesOf(sample.applicant, { fields: person, masked: [] })
    expect(
      changedFields(sample.applicant, before, { ...before, birthDate: '1960年5月6日', income: '3200.50' }),
    ).toEqual([])
    expect(changedFields(sample.applicant, before, { ...before, income: '3200.51' })).toEqual(['income'])
  })

  it('start empty but for what is known', () => {
    const values = emptyValues(sample.application, { applicant: 'a1' })
    expect(values.applicant).toBe('a1')
    expect(values).not.toHaveProperty('state')
  })

  it('tell what must be filled in', () => {
    expect(isRequired(sample.applicant, 'name')).toBe(true)
    expect(isRequired(sample.applicant, 'note')).toBe(false)
  })
})

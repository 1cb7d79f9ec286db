import { fc, test as property } from '@fast-check/vitest'
import {
  addDays,
  composeResidentId,
  disabilityCategories,
  disabilityGrades,
  formatCertificateNumber,
} from '@opendpf/standards'
import { describe, expect, it } from 'vitest'
import { certificateStates } from '../../contract/index.js'
import { changeBetween, readNumber } from './read-number.js'
import { isUsualValidity, lastDayOf, stateOn } from './validity.js'

const day = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('1985-01-01', offset))
const category = fc.constantFrom(...disabilityCategories.codes)
const grade = fc.constantFrom(...disabilityGrades.codes)
const holder = (sequence: number) => composeResidentId({ addressCode: '990121', birthDate: '1985-03-07', sequence })

describe('validity', () => {
  it('is ten years, the day of issue counted, leap days included', () => {
    expect(lastDayOf('2024-03-28')).toBe('2034-03-27')
    expect(lastDayOf('2020-02-29')).toBe('2030-02-27')
  })

  property.prop([day])('ends as the rule says and is usual', (issued) => {
    expect(isUsualValidity(issued, lastDayOf(issued))).toBe(true)
    expect(isUsualValidity(issued, addDays(lastDayOf(issued), 2))).toBe(false)
  })

  property.prop([day, day, fc.option(fc.constantFrom(...certificateStates))])(
    'moves between valid and expired only',
    (today, validTo, state) => {
      const next = stateOn(today, state, validTo)
      if (state === null || state === 'valid' || state === 'expired')
        expect(next).toBe(validTo < today ? 'expired' : 'valid')
      else expect(next).toBe(state)
      expect(stateOn(today, next, validTo)).toBe(next)
    },
  )
})

describe('another number', () => {
  property.prop([category, grade, fc.nat(98)])('is told apart by what differs', (kind, degree, replacement) => {
    const number = (
      more: { sequence?: number; category?: typeof kind; grade?: typeof degree; replacement?: number } = {},
    ) => {
      const { sequence = 1, ...rest } = more
      return formatCertificateNumber({
        residentId: holder(sequence),
        category: kind,
        grade: degree,
        replacement,
        ...rest,
      })
    }
    expect(readNumber(number())).toMatchObject({ category: kind, grade: degree, replacement })
    expect(changeBetween(number(), number({ sequence: 3 }))).toBe('id-correction')
    expect(changeBetween(number(), number({ grade: degree === '1' ? '2' : '1' }))).toBe('regrade')
    expect(changeBetween(number(), number({ replacement: replacement + 1 }))).toBe('replacement')
    expect(changeBetween(number({ replacement: replacement + 1 }), number())).toBe('correction')
  })
})

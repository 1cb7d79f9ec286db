import { describe, expect, it } from 'vitest'
import { chosenFields, compareEntries, sideOf } from './comparison.js'

const left = {
  fields: { name: '王建国', sex: '1', phone: null, idNumber: '990121********0012', marital: '20' },
  masked: ['idNumber'],
}
const right = {
  fields: { name: '王建國', sex: '1', phone: '19900001001', idNumber: '990121********0012', marital: null },
  masked: ['idNumber'],
}

describe('two entries side by side', () => {
  const compared = compareEntries(left, right)

  it('differ field by field, and what is hidden is never called the same', () => {
    expect(Object.fromEntries(compared.map(({ field, difference }) => [field, difference]))).toEqual({
      name: 'different',
      idNumber: 'different',
      sex: 'same',
      phone: 'only-right',
      marital: 'only-left',
    })
  })

  it('fill each other, and otherwise follow the one that is kept', () => {
    const sides = (keep: 'left' | 'right') =>
      Object.fromEntries(compared.map((one) => [one.field, sideOf(one, keep, undefined)]))
    expect(sides('right')).toMatchObject({ name: 'right', phone: 'right', marital: 'left' })
    expect(sides('left')).toMatchObject({ name: 'left', phone: 'right', marital: 'left' })
  })

  it('are told to the server as keep and drop', () => {
    expect(chosenFields(compared, 'right', { name: 'left' })).toEqual({ name: 'drop', idNumber: 'keep' })
    expect(chosenFields(compared, 'left', { name: 'left' })).toEqual({ name: 'keep', idNumber: 'keep' })
  })
})

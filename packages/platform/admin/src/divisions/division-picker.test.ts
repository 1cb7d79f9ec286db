import { describe, expect, it } from 'vitest'
import { fakeDivisions } from '../testing/fake-divisions.js'
import { indexDivisions } from './division-index.js'
import { levelsOf } from './division-picker.js'

const index = indexDivisions(fakeDivisions)
const names = (value: string, isFilter = false) =>
  levelsOf(index, value, isFilter).map(({ level, chosen }) => [level, chosen])

describe('the levels of a division', () => {
  it('skip a county without a sister, and end where a choice is open', () => {
    expect(names('')).toEqual([['town', '']])
    expect(names('990121101000')).toEqual([
      ['town', '990121101000'],
      ['village', ''],
    ])
    expect(names('990121101201')).toEqual([
      ['town', '990121101000'],
      ['village', '990121101201'],
    ])
  })

  it('fall back on the level above when emptied; a condition falls back on nothing', () => {
    expect(levelsOf(index, '990121101201', false).map(({ above }) => above)).toEqual(['990121000000', '990121101000'])
    expect(levelsOf(index, '990121101201', true)[0]?.above).toBe('')
  })

  it('are asked from the top where there are several counties', () => {
    const two = indexDivisions([
      ...fakeDivisions,
      { code: '990122000000', name: '绿水县', level: 'county', parent: '990100000000' },
    ])
    expect(levelsOf(two, '', false).map(({ level }) => level)).toEqual(['county'])
  })

  it('name a division by its path', () => {
    expect(index.nameOf('990121102201')).toBe('青山县 石桥镇 柳树村')
    expect(index.nameOf('110000000000')).toBe('110000000000')
  })
})

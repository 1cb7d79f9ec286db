import type { Scope } from '@opendpf/kit'
import { describe, expect, test } from 'vitest'
import type { DivisionEntry, Divisions } from '../platform/divisions.js'
import { createDivisionFinder } from './division-names.js'

const entry = (code: string, name: string, parent: string | null): DivisionEntry => ({
  code,
  name,
  level: '',
  parent,
  isCurrent: true,
})
const tree = [
  entry('990121000000', '示范县', null),
  entry('990121001000', '城关街道', '990121000000'),
  entry('990121001001', '东街社区', '990121001000'),
  entry('990121001002', '上河村', '990121001000'),
  entry('990121100000', '石桥镇', '990121000000'),
  entry('990121100201', '上河村', '990121100000'),
  entry('990121100202', '下河村', '990121100000'),
  { ...entry('990121100203', '旧村', '990121100000'), isCurrent: false },
  entry('990122000000', '邻县', null),
  entry('990122100000', '南湖镇', '990122000000'),
]
const divisions = { under: () => tree } as unknown as Divisions
const county: Scope = { level: 'county', code: '990121' }
const finder = createDivisionFinder(divisions, county)

describe('a place is found', () => {
  test.each([
    ['990121100201', '990121100201'],
    ['990121100', '990121100000'],
    ['990121', '990121000000'],
    ['石桥镇上河村', '990121100201'],
    ['示范县石桥镇上河村', '990121100201'],
    ['石桥镇 上河村', '990121100201'],
    ['下河', '990121100202'],
    ['下河村委会', '990121100202'],
    ['下河村民委员会', '990121100202'],
    ['东街', '990121001001'],
    ['石桥', '990121100000'],
  ])('as %s', (text, code) => {
    expect(finder.find(text)).toEqual({ ok: true, code })
  })

  test.each([
    ['石桥镇', '上河村', '990121100201'],
    ['石桥', '上河', '990121100201'],
    ['城关街道办事处', '上河村', '990121001002'],
    ['990121100', '下河村', '990121100202'],
    ['石桥镇', '990121100202', '990121100202'],
    ['石桥镇', undefined, '990121100000'],
  ])('as town %s and village %s', (town, village, code) => {
    expect(finder.findIn(town, village)).toEqual({ ok: true, code })
  })
})

describe('a place is not guessed', () => {
  test('two villages of one name need their town', () => {
    expect(finder.find('上河村')).toEqual({
      ok: false,
      reason: 'ambiguous',
      candidates: ['990121001002', '990121100201'],
    })
  })

  test('one that is not there is named with its nearest', () => {
    expect(finder.findIn('石桥镇', '上合村')).toEqual({ ok: false, reason: 'unknown', nearest: ['上河村'] })
    expect(finder.find('火星村')).toEqual({ ok: false, reason: 'unknown', nearest: [] })
  })

  test('one that has ended is not one', () => {
    expect(finder.find('旧村')).toMatchObject({ ok: false, reason: 'unknown' })
    expect(finder.find('990121100203')).toMatchObject({ ok: false, reason: 'unknown' })
  })

  test('one outside the territory stays outside, by code and by name', () => {
    expect(finder.find('990122100000')).toEqual({ ok: false, reason: 'outside' })
    expect(finder.find('南湖镇')).toMatchObject({ ok: false, reason: 'unknown' })
    const village = createDivisionFinder(divisions, { level: 'village', code: '990121100201' })
    expect(village.find('下河村')).toMatchObject({ ok: false })
    expect(village.find('上河村')).toEqual({ ok: true, code: '990121100201' })
    expect(village.findIn('石桥镇', '上河村')).toEqual({ ok: true, code: '990121100201' })
    expect(village.findIn('石桥镇', undefined)).toMatchObject({ ok: false })
  })
})

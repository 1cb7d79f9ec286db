import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type GoldenEntry, goldenPairs } from '../../testing/golden-pairs.js'
import { nameKeyOf, soundKeyOf } from './name-key.js'
import { type Comparable, compare } from './score.js'
import { areSimilar } from './similar-names.js'

const comparable = (entry: GoldenEntry): Comparable => ({
  nameKey: nameKeyOf(entry.name),
  soundKey: soundKeyOf(entry.name),
  formerKey: entry.formerName ? nameKeyOf(entry.formerName) : '',
  birthDate: entry.birthDate,
  sex: entry.sex ?? null,
  division: entry.village,
  hasIdNumber: entry.hasIdNumber ?? true,
})

describe('golden pairs', () => {
  it.each(goldenPairs)('$because', ({ left, right, rule }) => {
    expect(compare(comparable(left), comparable(right))?.rules[0]).toBe(rule)
    expect(compare(comparable(right), comparable(left))?.rules[0]).toBe(rule)
  })

  it('has pairs for every rule, and near misses', () => {
    expect(new Set(goldenPairs.map(({ rule }) => rule)).size).toBe(6)
  })
})

describe('the score', () => {
  const one = comparable({ name: '王建国', birthDate: '1962-08-15', village: '990121100201', sex: '1' })

  it('is lower for different sexes and for two numbers', () => {
    const same = compare(one, one)?.score ?? 0
    expect(compare(one, { ...one, sex: '2' })?.score).toBe(same - 20)
    expect(compare(one, { ...one, hasIdNumber: false })?.score).toBe(same + 10)
  })

  property.prop([
    fc.record({
      nameKey: fc.constantFrom('王伟', '王建国', '王建过', '李娟'),
      soundKey: fc.constantFrom('wang wei', 'wang jian guo', 'li juan'),
      formerKey: fc.constantFrom('', '王伟'),
      birthDate: fc.constantFrom(null, '1962-08-15', '1963-08-15', '1990-01-01'),
      sex: fc.constantFrom(null, '1', '2'),
      division: fc.constantFrom('990121100201', '990121100202'),
      hasIdNumber: fc.boolean(),
    }),
    fc.record({
      nameKey: fc.constantFrom('王伟', '王建国', '王建过', '李娟'),
      soundKey: fc.constantFrom('wang wei', 'wang jian guo', 'li juan'),
      formerKey: fc.constantFrom('', '王伟'),
      birthDate: fc.constantFrom(null, '1962-08-15', '1963-08-15', '1990-01-01'),
      sex: fc.constantFrom(null, '1', '2'),
      division: fc.constantFrom('990121100201', '990121100202'),
      hasIdNumber: fc.boolean(),
    }),
  ])('is the same from both sides and between 1 and 100', (a, b) => {
    const found = compare(a, b)
    expect(compare(b, a)).toEqual(found)
    if (found) expect(found.score).toSatisfy((score: number) => score >= 1 && score <= 100)
  })
})

describe('similar names', () => {
  const han = fc.string({
    unit: fc.constantFrom(...Array.from('王李张明德国强英华梅䶮𬭎')),
    minLength: 3,
    maxLength: 6,
  })

  property.prop([han, fc.nat()])('one character left out is similar', (name, position) => {
    const characters = Array.from(name)
    const shorter = characters.toSpliced(position % characters.length, 1).join('')
    expect(areSimilar(name, shorter)).toBe(characters.length > 3)
  })

  property.prop([han])('no name is similar to itself: it is the same', (name) => {
    expect(areSimilar(name, name)).toBe(false)
  })
})

describe('keys', () => {
  it('fold what registers write differently', () => {
    expect(nameKeyOf('買買提·艾力')).toBe(nameKeyOf('買買提 艾力'))
    expect(nameKeyOf('陳國華')).toBe('陈国华')
    expect(nameKeyOf('ＬＩ Ming')).toBe('liming')
  })

  it('read surnames as surnames', () => {
    expect(soundKeyOf('单小平')).toBe('shan xiao ping')
    expect(soundKeyOf('仇英')).toBe('qiu ying')
    expect(soundKeyOf('吕红')).toBe('lv hong')
  })

  property.prop([fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })])('never fail', (name) => {
    expect(nameKeyOf(nameKeyOf(name))).toBe(nameKeyOf(name))
    expect(typeof soundKeyOf(name)).toBe('string')
  })
})

import { expect, test } from 'vitest'
import { accept, type Parsed, refuse } from './result.js'

test('an accepted value carries no warnings unless some are given', () => {
  expect(accept(1)).toEqual({ ok: true, value: 1, warnings: [] })
  expect(accept(1, ['W'])).toEqual({ ok: true, value: 1, warnings: ['W'] })
})

test('a refusal has a position only where there is one, position 0 included', () => {
  expect(refuse('FORMAT')).toStrictEqual({ ok: false, reason: 'FORMAT' })
  expect(refuse('FORMAT', 0)).toStrictEqual({ ok: false, reason: 'FORMAT', at: 0 })
})

test('the two halves are told apart by ok', () => {
  const read = (result: Parsed<number, 'FORMAT'>) => (result.ok ? result.value : result.reason)
  expect(read(accept(7))).toBe(7)
  expect(read(refuse('FORMAT'))).toBe('FORMAT')
})

import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { commonPasswords } from './common-passwords.js'
import { firstPassword, passwordProblem, randomText } from './password-policy.js'

const policy = { minLength: 10, maxAgeDays: 0 }
const problem = (password: string, username = 'li.fang') => passwordProblem(password, { username, policy })?.key

test.each([
  ['nine char', 'tooShort'],
  ['ten chars!', undefined],
  ['一二三四五六七八九', 'tooShort'],
  ['门前的池塘里有两只鹭', undefined],
  ['x'.repeat(129), 'tooLong'],
  ['my LI.FANG word', 'hasUsername'],
  ['ｌｉ．ｆａｎｇ 2026', 'hasUsername'],
  ['qwertyuiop', 'common'],
  ['QWERTYuiop', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['ababababab12', 'common'],
  ['abcdefghijkl', 'common'],
  ['9876543210', 'common'],
])('%s: %s', (password, expected) => {
  expect(problem(password)).toBe(expected)
})

test('the list holds only what is long enough to be listed, in the form it is compared in', () => {
  expect(
    [...commonPasswords].filter((word) => word.length < 10 || word !== word.normalize('NFKC').toLowerCase()),
  ).toEqual([])
  expect(commonPasswords.size).toBeGreaterThan(100)
})

test('first passwords pass, differ, and can be read out', () => {
  const made = Array.from({ length: 200 }, firstPassword)
  expect(new Set(made).size).toBe(200)
  for (const password of made) {
    expect(problem(password)).toBeUndefined()
    expect(password).toMatch(/^[a-km-zA-HJ-NP-Z2-9]{5}-[a-km-zA-HJ-NP-Z2-9]{5}-[a-km-zA-HJ-NP-Z2-9]{4}$/)
  }
})

property.prop([fc.string({ minLength: 0, maxLength: 40, unit: 'grapheme' })])(
  'whatever is accepted is long enough and holds no username',
  (password) => {
    if (problem(password) !== undefined) return
    expect([...password].length).toBeGreaterThanOrEqual(10)
    expect(password.toLowerCase()).not.toContain('li.fang')
  },
)

property.prop([fc.integer({ min: 1, max: 60 })])('random text has the length and the letters asked for', (length) => {
  expect(randomText(length, 'ab')).toMatch(new RegExp(`^[ab]{${length}}$`))
})

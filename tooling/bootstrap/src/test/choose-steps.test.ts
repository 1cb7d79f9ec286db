import { expect, test } from 'vitest'
import { chooseSteps } from './choose-steps.mjs'

const names = (args: readonly string[]) => {
  const chosen = chooseSteps(args)
  return 'problem' in chosen ? chosen.problem : chosen.steps.map(({ name }) => name)
}

const everything = [
  'biome',
  'boundaries',
  'imports',
  'unused',
  'versions',
  'types',
  'build',
  'packages',
  'unit',
  'browser',
]

test('without words everything runs, in order', () => {
  expect(names([])).toEqual(everything)
})

test('words pick groups, in the same order whatever the order of the words', () => {
  expect(names(['unit', 'types'])).toEqual(['types', 'unit'])
  expect(names(['all', 'packaged'])).toEqual([...everything, 'packaged'])
})

test('the browser tests come after a build of what they look at', () => {
  expect(names(['browser'])).toEqual(['build', 'browser'])
})

test('what follows the word of a test runner goes to the runner', () => {
  expect(chooseSteps(['unit', 'packages/foundation', '-t', 'grade'])).toMatchObject({
    rest: ['packages/foundation', '-t', 'grade'],
  })
})

test.each([[['speed']], [['static', 'packages/foundation']], [['unit', 'types', '--bail']]])(
  '%s is refused instead of running something else',
  (args) => expect(names(args)).toContain(args.at(-1)),
)

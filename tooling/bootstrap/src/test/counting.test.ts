import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { oneCheck, total } from './outcome.mjs'
import { readPlaywright } from './read-playwright.mjs'
import { readVitest } from './read-vitest.mjs'
import { formatSummary } from './summary.mjs'

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] }

test('a run of vitest is counted by test', () => {
  expect(readVitest({ report: vitest, succeeded: true })).toEqual({ passed: 5, failed: 0, skipped: 1 })
  expect(readVitest({ report: { ...vitest, numFailedTests: 2 }, succeeded: false })).toMatchObject({ failed: 2 })
})

test('a file that could not be loaded is a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(readVitest({ report: { ...vitest, testResults }, succeeded: false })).toMatchObject({ passed: 5, failed: 1 })
})

test('a run that ended badly is never all passed', () => {
  expect(readVitest({ report: vitest, succeeded: false })).toMatchObject({ failed: 1 })
  expect(readVitest({ report: undefined, succeeded: true })).toMatchObject({ passed: 0, failed: 1 })
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }
  expect(readPlaywright({ report: { stats, errors: [] }, succeeded: false })).toMatchObject({ failed: 1 })
  expect(readPlaywright({ report: undefined, succeeded: true })).toMatchObject({ failed: 1 })
})

test('a run of Playwright is counted by test, errors outside tests included', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }
  expect(readPlaywright({ report: { stats, errors: [{}] }, succeeded: false })).toMatchObject({
    passed: 4,
    failed: 2,
    skipped: 2,
    note: '1 passed only when repeated',
  })
})

test('an error outside any test is told with the test that ran last and where it came from', () => {
  const outside = [
    {
      message: 'connection cut',
      stack: 'Error: connection cut\n    at lend (pool.ts:1:2)\n    at use (pool.ts:3:4)',
      VITEST_TEST_NAME: 'lends',
      VITEST_TEST_PATH: fileURLToPath(new URL('some.test.ts', import.meta.url)),
    },
  ]
  expect(readVitest({ report: vitest, outside, succeeded: false })).toMatchObject({
    failed: 1,
    failures: [
      'tooling/bootstrap/src/test/some.test.ts › lends › connection cut\n    at lend (pool.ts:1:2)\n    at use (pool.ts:3:4)',
    ],
  })
})

test('what failed is named with its file and the beginning of its message', () => {
  const file = {
    name: fileURLToPath(new URL('some.test.ts', import.meta.url)),
    status: 'failed',
    assertionResults: [
      { status: 'passed', fullName: 'adds' },
      { status: 'failed', fullName: 'takes away', failureMessages: ['\u001b[31mexpected 1\u001b[39m to be 2\nat …'] },
    ],
  }
  const report = { ...vitest, numFailedTests: 1, testResults: [file] }
  const { failures } = readVitest({ report, succeeded: false })
  expect(failures).toEqual(['tooling/bootstrap/src/test/some.test.ts › takes away › expected 1 to be 2'])
  const result = { name: 'unit', outcome: readVitest({ report, succeeded: false }), seconds: 1 }
  expect(formatSummary([result]).split('\n').slice(-3)).toEqual([`✗ unit: ${failures?.[0]}`, '', '5 passed, 1 failed'])
})

test('a test of the browser that failed is named, however deep it lies', () => {
  const spec = { title: 'opens', ok: false, tests: [{ results: [{}, { error: { message: 'no page\nat …' } }] }] }
  const suites = [{ title: 'a', file: 'a.spec.ts', suites: [{ title: 'b', file: 'a.spec.ts', specs: [spec] }] }]
  const stats = { expected: 0, unexpected: 1, flaky: 0, skipped: 0 }
  const { failures } = readPlaywright({ report: { stats, errors: [], suites }, succeeded: false })
  expect(failures).toEqual(['a.spec.ts › opens › no page'])
})

test('the last line of the summary is the total', () => {
  const results = [
    { name: 'biome', outcome: oneCheck(true), seconds: 1.25 },
    { name: 'unit', outcome: { passed: 40, failed: 2, skipped: 1 }, seconds: 60 },
  ]
  expect(total(results.map(({ outcome }) => outcome))).toEqual({ passed: 41, failed: 2 })
  expect(formatSummary(results).split('\n').at(-1)).toBe('41 passed, 2 failed')
  expect(formatSummary(results)).toContain('✗ unit   40 passed, 2 failed, 1 skipped  60.0 s')
})

test('a summary of nothing counts nothing', () => {
  expect(formatSummary([])).toBe('\n0 passed, 0 failed')
})

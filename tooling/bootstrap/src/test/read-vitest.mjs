import { relative } from 'node:path'
import { ROOT } from '../workspace.mjs'
import { failureLine } from './outcome.mjs'

/**
 * @typedef {object} VitestReport the parts of vitest's JSON report that are counted
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly VitestFile[]} testResults
 */

/**
 * @typedef {object} VitestFile
 * @property {string} [name] its path
 * @property {string} status
 * @property {string} [message] why it could not be loaded
 * @property {readonly { status?: string, fullName?: string, failureMessages?: readonly string[] }[]} assertionResults
 */

/**
 * Counts a run of vitest. A file that could not be loaded counts as one failure, and so does a run that ended badly
 * although every test in its report passed (an error outside any test, or no report at all).
 * @param {{ report: VitestReport | undefined, outside?: readonly import('./outside-tests.reporter.mjs').OutsideError[], succeeded: boolean }} run
 * @returns {import('./outcome.mjs').Outcome}
 */
export function readVitest({ report, outside = [], succeeded }) {
  if (report === undefined) return { passed: 0, failed: 1, note: 'no report was written' }
  const notLoaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + notLoaded
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    ...(failed === 0 && !succeeded ? { note: 'an error outside any test' } : {}),
    ...(failed > 0 || outside.length > 0
      ? { failures: [...report.testResults.flatMap(failuresOf), ...outside.map(outsideLine)] }
      : {}),
  }
}

/**
 * The place of such an error is seldom the test that ran, so the first lines of its stack are told too.
 * @param {import('./outside-tests.reporter.mjs').OutsideError} error
 */
function outsideLine({ message = '', stack = '', VITEST_TEST_NAME = '', VITEST_TEST_PATH = '' }) {
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const where = places.slice(0, 4).map((line) => line.trim())
  return [failureLine(relative(ROOT, VITEST_TEST_PATH), VITEST_TEST_NAME, message), ...where].join('\n    ')
}

/**
 * @param {VitestFile} file
 * @returns {readonly string[]}
 */
function failuresOf({ name = '', status, message, assertionResults }) {
  const path = relative(ROOT, name)
  if (status === 'failed' && assertionResults.length === 0) return [failureLine(path, 'could not be loaded', message)]
  return assertionResults
    .filter((result) => result.status === 'failed')
    .map(({ fullName = '', failureMessages = [] }) => failureLine(path, fullName, failureMessages[0]))
}

/**
 * @typedef {object} VitestReport the parts of vitest's JSON report that are counted
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly { status: string, assertionResults: readonly unknown[] }[]} testResults one per file
 */

/**
 * Counts a run of vitest. A file that could not be loaded counts as one failure, and so does a run that ended badly
 * although every test in its report passed (an error outside any test, or no report at all).
 * @param {{ report: VitestReport | undefined, succeeded: boolean }} run
 * @returns {import('./outcome.mjs').Outcome}
 */
export function readVitest({ report, succeeded }) {
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
  }
}

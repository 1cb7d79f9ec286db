/**
 * @typedef {object} PlaywrightReport the parts of Playwright's JSON report that are counted
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly unknown[]} errors outside any test
 */

/**
 * Counts a run of Playwright. A test that passed only when repeated counts as passed and is named in the note.
 * @param {{ report: PlaywrightReport | undefined, succeeded: boolean }} run
 * @returns {import('./outcome.mjs').Outcome}
 */
export function readPlaywright({ report, succeeded }) {
  if (report === undefined) return { passed: 0, failed: 1, note: 'no report was written' }
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = unexpected + report.errors.length
  return {
    passed: expected + flaky,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped,
    ...(flaky > 0 ? { note: `${flaky} passed only when repeated` } : {}),
  }
}

import { failureLine } from './outcome.mjs'

/**
 * @typedef {object} PlaywrightReport the parts of Playwright's JSON report that are counted
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly { message?: string }[]} errors outside any test
 * @property {readonly Suite[]} [suites] a file each
 */

/**
 * @typedef {object} Suite
 * @property {string} title
 * @property {string} file
 * @property {readonly Suite[]} [suites]
 * @property {readonly { title: string, ok: boolean, tests: readonly { results: readonly { error?: { message?: string } }[] }[] }[]} [specs]
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
    ...(failed > 0 ? { failures: failuresOf(report) } : {}),
  }
}

/**
 * @param {PlaywrightReport} report
 * @returns {readonly string[]}
 */
function failuresOf({ errors, suites = [] }) {
  return [
    ...errors.map(({ message }) => failureLine('outside any test', '', message)),
    ...suites.flatMap((suite) => failedSpecs(suite)),
  ]
}

/**
 * @param {Suite} suite
 * @returns {readonly string[]}
 */
function failedSpecs({ file, suites = [], specs = [] }) {
  return [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ title, tests }) => {
        const error = tests.flatMap(({ results }) => results).find((result) => result.error !== undefined)?.error
        return failureLine(file, title, error?.message)
      }),
    ...suites.flatMap((suite) => failedSpecs(suite)),
  ]
}

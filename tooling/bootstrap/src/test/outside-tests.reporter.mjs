import { writeFileSync } from 'node:fs'

/** The variable that names the file which this reporter writes. */
export const OUTSIDE_TESTS_FILE = 'OPENDPF_OUTSIDE_TESTS_FILE'

/**
 * @typedef {object} OutsideError an error that no test caught, as vitest tells of it
 * @property {string} [message]
 * @property {string} [stack]
 * @property {string} [VITEST_TEST_NAME] the test that ran last before it
 * @property {string} [VITEST_TEST_PATH]
 */

/** Writes down the errors outside any test, which vitest's own JSON report leaves out. */
class OutsideTestsReporter {
  /**
   * @param {readonly unknown[]} _modules
   * @param {readonly OutsideError[]} errors
   */
  onTestRunEnd(_modules, errors) {
    const file = process.env[OUTSIDE_TESTS_FILE]
    if (file === undefined) return
    const kept = errors.map(({ message, stack, VITEST_TEST_NAME, VITEST_TEST_PATH }) => ({
      message,
      stack,
      VITEST_TEST_NAME,
      VITEST_TEST_PATH,
    }))
    writeFileSync(file, JSON.stringify(kept))
  }
}

/** @public vitest loads it by its path */
export { OutsideTestsReporter as default }

/**
 * @typedef {object} Outcome what a step found
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped]
 * @property {string} [note] said beside the figures
 * @property {readonly string[]} [failures] what failed and why, a line each
 */

/**
 * What failed, in one line: the file, the test, and how its message begins.
 * @param {string} file
 * @param {string} title
 * @param {string} [message]
 */
export function failureLine(file, title, message = '') {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of the terminal
  const [first = ''] = message.replaceAll(/\u001b\[\d+m/g, '').split('\n')
  return [file, title, first.slice(0, 200)].filter((part) => part !== '').join(' › ')
}

/**
 * One check that either holds or does not.
 * @param {boolean} holds
 * @returns {Outcome}
 */
export const oneCheck = (holds) => (holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {{ passed: number, failed: number }}
 */
export function total(outcomes) {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  }
}

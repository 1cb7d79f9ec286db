/**
 * @typedef {object} Outcome what a step found
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped]
 * @property {string} [note] said beside the figures
 */

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

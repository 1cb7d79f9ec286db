import { total } from './outcome.mjs'

/**
 * @typedef {object} Result
 * @property {string} name of the step
 * @property {import('./outcome.mjs').Outcome} outcome
 * @property {number} seconds
 */

/**
 * One line per step, then one for each failure, since what was printed when it happened lies far above; the total is the last line.
 * @param {readonly Result[]} results
 */
export function formatSummary(results) {
  const width = Math.max(0, ...results.map(({ name }) => name.length))
  const lines = results.map(({ name, outcome: { passed, failed, skipped = 0, note }, seconds }) => {
    const counts = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ')
    const remark = note === undefined ? '' : `  (${note})`
    return `${failed > 0 ? '✗' : '·'} ${name.padEnd(width)}  ${counts}  ${seconds.toFixed(1)} s${remark}`
  })
  const failures = results.flatMap(({ name, outcome }) => (outcome.failures ?? []).map((line) => `✗ ${name}: ${line}`))
  const { passed, failed } = total(results.map(({ outcome }) => outcome))
  return [...lines, '', ...failures, ...(failures.length > 0 ? [''] : []), `${passed} passed, ${failed} failed`].join(
    '\n',
  )
}

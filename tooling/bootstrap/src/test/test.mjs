import { ensureInstalled } from '../launch/install.mjs'
import { chooseSteps } from './choose-steps.mjs'
import { total } from './outcome.mjs'
import { formatSummary } from './summary.mjs'

/**
 * Runs the chosen steps in order, all of them even when one fails, and prints a summary whose last line is
 * `N passed, N failed`.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code: 0 when nothing failed
 */
export async function test(args) {
  const chosen = chooseSteps(args)
  if ('problem' in chosen) {
    console.error(chosen.problem)
    return 2
  }
  await ensureInstalled()
  /** @type {import('./summary.mjs').Result[]} */
  const results = []
  for (const { name, run } of chosen.steps) {
    console.log(`\n── ${name} ──`)
    const start = performance.now()
    const outcome = await run(chosen.rest).catch((/** @type {unknown} */ error) => {
      console.error(error)
      return { passed: 0, failed: 1 }
    })
    results.push({ name, outcome, seconds: (performance.now() - start) / 1000 })
  }
  console.log(`\n${formatSummary(results)}`)
  return total(results.map(({ outcome }) => outcome)).failed === 0 ? 0 : 1
}

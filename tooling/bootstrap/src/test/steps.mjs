import { join } from 'node:path'
import { runTool } from '../run-tool.mjs'
import { ROOT, toolScript } from '../workspace.mjs'
import { findBrowser } from './find-browser.mjs'
import { oneCheck } from './outcome.mjs'
import { OUTSIDE_TESTS_FILE } from './outside-tests.reporter.mjs'
import { readPlaywright } from './read-playwright.mjs'
import { readReport, reportFile } from './read-report.mjs'
import { readVitest } from './read-vitest.mjs'

/**
 * @typedef {object} Step
 * @property {string} name as it stands in the summary
 * @property {readonly string[]} groups the words that pick it on the command line
 * @property {(args: readonly string[]) => Promise<import('./outcome.mjs').Outcome>} run
 */

/** What `npm test` runs when nothing is named, in this order. */
export const DEFAULT_GROUPS = ['static', 'types', 'packages', 'unit', 'browser']

/** What runs only when named: the tests that touch the database, on the PostgreSQL that comes as a package. */
export const NAMED_GROUPS = ['packaged']

/** Everything of the database, and modules that have all that a record can have. */
const ON_PACKAGED = [
  'packages/platform/database/',
  ...['loans', 'papers', 'visits', 'persons', 'certificates', 'programmes'].map(
    (module) => `tests/conformance/src/${module}.test.ts`,
  ),
]
const E2E = join(ROOT, 'tests', 'e2e')
const QUIET_TURBO = ['--output-logs=errors-only', '--ui=stream']

/** @type {readonly Step[]} */
export const STEPS = [
  check('biome', ['static'], () => toolScript('@biomejs/biome', { command: 'biome' }), [
    'check',
    '--error-on-warnings',
  ]),
  check('boundaries', ['static'], () => toolScript('turbo'), ['boundaries']),
  check('imports', ['static'], () => toolScript('dependency-cruiser', { command: 'depcruise' }), [
    '--config',
    '.dependency-cruiser.mjs',
    ...['packages', 'apps', 'tooling', 'tests'],
  ]),
  check('unused', ['static'], () => toolScript('knip'), ['--no-progress', '--no-config-hints']),
  check('versions', ['static'], () => toolScript('sherif'), []),
  check('types', ['types'], () => toolScript('turbo'), ['run', 'typecheck', ...QUIET_TURBO]),
  check('build', ['packages', 'browser'], () => toolScript('turbo'), ['run', 'build', ...QUIET_TURBO]),
  check('packages', ['packages'], () => join(ROOT, 'tooling', 'checks', 'src', 'check-packages.mjs'), []),
  { name: 'unit', groups: ['unit'], run: (args) => vitest('unit', args) },
  { name: 'browser', groups: ['browser'], run: browserTests },
  {
    name: 'packaged',
    groups: ['packaged'],
    run: () =>
      vitest(
        'packaged',
        // what roles are answered has nothing to do with the database's version
        [...ON_PACKAGED, '--testNamePattern=^(?!.*answers every role on every route)'],
        { OPENDPF_TEST_POSTGRES: 'packaged' },
      ),
  },
]

/**
 * @param {string} name
 * @param {readonly string[]} groups
 * @param {() => string} script
 * @param {readonly string[]} args
 * @returns {Step}
 */
function check(name, groups, script, args) {
  return { name, groups, run: async () => oneCheck(await runTool({ script: script(), args, quiet: true })) }
}

/**
 * One run over the projects of all packages.
 * @param {string} step
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
async function vitest(step, args, env = {}) {
  const file = reportFile(step)
  const config = join('tooling', 'vitest', 'workspace.config.mjs')
  const outside = reportFile(`${step}-outside`)
  const ours = join('tooling', 'bootstrap', 'src', 'test', 'outside-tests.reporter.mjs')
  const reporters = ['--reporter=default', `--reporter=./${ours}`, '--reporter=json', `--outputFile.json=${file}`]
  const succeeded = await runTool({
    script: toolScript('vitest'),
    args: ['run', '--config', config, ...reporters, ...args],
    env: { ...env, [OUTSIDE_TESTS_FILE]: outside },
    minutes: 35,
  })
  return readVitest({ report: readReport(file), outside: readReport(outside), succeeded })
}

/** @param {readonly string[]} args */
async function browserTests(args) {
  const browser = findBrowser()
  if (browser === undefined) return withoutBrowser()
  const file = reportFile('browser')
  const succeeded = await runTool({
    script: toolScript('@playwright/test', { command: 'playwright', from: E2E }),
    args: ['test', '--reporter=list,json', ...args],
    cwd: E2E,
    env: { OPENDPF_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    minutes: 35,
  })
  return readPlaywright({ report: readReport(file), succeeded })
}

function withoutBrowser() {
  console.error(
    [
      '未找到 Chromium、Chrome 或 Edge，浏览器测试没有运行。安装其中之一，或用 OPENDPF_BROWSER 指定路径。',
      'No Chromium, Chrome or Edge was found: THE BROWSER TESTS DID NOT RUN. Install one, or name its path in OPENDPF_BROWSER.',
    ].join('\n'),
  )
  const note = 'NOT RUN: no browser on this machine'
  return process.env.CI === 'true' ? { passed: 0, failed: 1, note } : { passed: 0, failed: 0, note }
}

import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './longest-first.mjs'
import { preset } from './preset.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Has a configuration of its own, by which its files run one after the other. */
const faults = 'tests/faults'
/** Each of their files imports the whole platform and leaves nothing behind in it: a worker evaluates it once for all of them. */
const onWholePlatform = ['tests/conformance', 'tests/integration']

/**
 * @param {string} name
 * @param {{ folders: readonly string[], without?: readonly string[], isolate?: boolean }} options
 */
const project = (name, { folders, without = [], isolate = true }) => ({
  ...preset,
  root,
  test: {
    ...preset.test,
    name,
    isolate,
    include: folders.map((folder) => `${folder}/src/**/*.test.{ts,tsx}`),
    exclude: ['node_modules', ...without].map((folder) => `**/${folder}/**`),
  },
})

/**
 * One run over the tests of every package. Packages are no projects of their own, since each project prepares every source that its tests import
 * for itself: the platform's sources would be prepared once for each package.
 */
export const workspace = defineConfig({
  root,
  test: {
    projects: [
      project('platform', { folders: onWholePlatform, isolate: false }),
      project('packages', {
        folders: ['packages/*/*', 'packages/sdk', '{apps,tooling,tests}/*'],
        without: [faults, ...onWholePlatform],
      }),
      `${faults}/vitest.config.ts`,
    ],
    passWithNoTests: true,
    sequence: { sequencer: LongestFirst },
    // as many as in the preset of each package: vitest looks at both
    maxWorkers: availableParallelism() + 1,
  },
})

export { workspace as default }

import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './longest-first.mjs'
import { preset } from './preset.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Has a configuration of its own, by which its files run one after the other. */
const faults = 'tests/faults'

/**
 * One run over the tests of every package. All of them are one project, since each project prepares every source that its tests import
 * for itself: the platform's sources would be prepared once for each package.
 */
export const workspace = defineConfig({
  root,
  test: {
    projects: [
      {
        ...preset,
        root,
        test: {
          ...preset.test,
          name: 'packages',
          include: ['packages/*/*', 'packages/sdk', '{apps,tooling,tests}/*'].map(
            (folder) => `${folder}/src/**/*.test.{ts,tsx}`,
          ),
          exclude: ['**/node_modules/**', `${faults}/**`],
        },
      },
      `${faults}/vitest.config.ts`,
    ],
    passWithNoTests: true,
    sequence: { sequencer: LongestFirst },
    // as many as in the preset of each package: vitest looks at both
    maxWorkers: availableParallelism() + 1,
  },
})

export { workspace as default }

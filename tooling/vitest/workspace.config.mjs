import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** One run over the tests of every package. */
export const workspace = defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    projects: [
      'packages/*/*/vitest.config.ts',
      'packages/sdk/vitest.config.ts',
      '{apps,tooling,tests}/*/vitest.config.ts',
    ],
    passWithNoTests: true,
    // as many as in the preset of each package: vitest looks at both
    maxWorkers: availableParallelism() + 1,
  },
})

export { workspace as default }

import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// 'import' must not be named: Node would then give ES modules to require() as well, and pg breaks
const conditions = ['opendpf-source', 'node']

/** Tests read the sources of every workspace package, so that running a test needs no build. */
export const preset = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    // ends what hangs: how fast something is, is measured in tests/bench, and a busy machine makes no test wrong
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: true,
    // tests wait for the database a good part of their time; by default vitest leaves one processor out, which of two is half
    maxWorkers: availableParallelism() + 1,
  },
})

import { defineConfig } from 'vitest/config'

const conditions = ['opendpf-source', 'module', 'node', 'import', 'default']

/** Tests read the sources of every workspace package, so that running a test needs no build. */
export const preset = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    passWithNoTests: true,
  },
})

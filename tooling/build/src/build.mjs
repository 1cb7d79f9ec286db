#!/usr/bin/env node
// `opendpf-build`: JavaScript by tsup, declarations by TypeScript 7, in the package this is run in.
import { fileURLToPath } from 'node:url'
import { run, tsc, tsup } from './compiler.mjs'

run(tsup, ['--config', fileURLToPath(new URL('./tsup.config.mjs', import.meta.url))])
run(tsc, ['-p', 'tsconfig.build.json', '--checkers', '1'])

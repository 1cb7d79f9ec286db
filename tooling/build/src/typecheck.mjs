#!/usr/bin/env node
// `opendpf-typecheck`: checks the package this is run in, tests included, against its neighbours' sources.
import { run, tsc } from './compiler.mjs'

run(tsc, ['-p', 'tsconfig.json', '--checkers', '1'])

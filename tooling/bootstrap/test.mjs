// `npm test`: every check of the project, or only those named: `npm test -- static unit`.
import { requireNode } from './src/launch/require-node.mjs'

requireNode()
const { test } = await import('./src/test/test.mjs')
process.exitCode = await test(process.argv.slice(2))

// `npm run setup`: installs and builds, and starts nothing; for images and for a checkout that another user runs.
import { requireNode } from './src/launch/require-node.mjs'

requireNode()
const { prepare } = await import('./src/launch/launch.mjs')
await prepare()

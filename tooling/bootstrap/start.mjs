// `npm start`: installs and builds what has changed, then serves on the Node that comes with the project.
import { requireNode } from './src/launch/require-node.mjs'

requireNode()
const { launch } = await import('./src/launch/launch.mjs')
await launch(['serve', ...process.argv.slice(2)])

// `npm run opendpf -- <command>`: any other command of the server app, from a checkout.
import { requireNode } from './src/launch/require-node.mjs'

requireNode()
const { launch } = await import('./src/launch/launch.mjs')
await launch(process.argv.slice(2))

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { npx } from './npx.mjs'

const node = join('/opt', 'node', 'bin', 'node')

test('the npx beside the npm that runs us comes first', () => {
  const npmScript = join('/usr', 'share', 'npm', 'bin', 'npm-cli.js')
  const script = join('/usr', 'share', 'npm', 'bin', 'npx-cli.js')
  expect(npx({ npmScript, node, isFile: () => true })).toEqual({ command: node, args: [script], shell: false })
})

test('without npm the one that came with Node is taken', () => {
  const script = join('/opt', 'node', 'lib', 'node_modules', 'npm', 'bin', 'npx-cli.js')
  expect(npx({ npmScript: undefined, node, isFile: (path) => path === script }).args).toEqual([script])
})

test('another package manager that runs us is not mistaken for npm', () => {
  const npmScript = join('/usr', 'lib', 'pnpm', 'pnpm.cjs')
  expect(npx({ npmScript, node, isFile: (path) => path.startsWith('/usr') }).command).toBe('npx')
})

test('where no script is found, npx is started by name', () => {
  expect(npx({ npmScript: undefined, node, isFile: () => false })).toMatchObject({ command: 'npx', args: [] })
})

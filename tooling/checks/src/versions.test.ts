import { expect, test } from 'vitest'
import { runTool } from './planted/tool.js'
import { packageFiles, plant, workspaceFiles } from './planted/workspace.js'

const withZod = (name: string, version: string) =>
  packageFiles({
    path: `packages/foundation/${name}`,
    name: `@opendpf/${name}`,
    tag: 'foundation',
    dependencies: { zod: version },
  })

test.each([
  ['the same version in two packages passes', '4.6.7', true],
  ['two versions of one dependency are refused', '4.6.6', false],
])('%s', (_, version, ok) => {
  const cwd = plant({ ...workspaceFiles, ...withZod('errors', '4.6.7'), ...withZod('messages', version) })
  expect(runTool({ name: 'sherif', args: [], cwd })).toMatchObject({ ok })
})

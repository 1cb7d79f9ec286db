import { spawnSync } from 'node:child_process'
import { toolEnvironment, toolScript } from '@opendpf/bootstrap/workspace'

/** What a tool printed and whether it was content. */
export interface ToolResult {
  readonly ok: boolean
  readonly output: string
}

/** Runs one of the project's own tools in a folder. */
export function runTool(options: {
  readonly name: string
  readonly command?: string
  readonly args: readonly string[]
  readonly cwd: string
}): ToolResult {
  const script = toolScript(options.name, options.command === undefined ? {} : { command: options.command })
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options.args], {
    cwd: options.cwd,
    env: { ...toolEnvironment(), NO_COLOR: '1' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { ok: status === 0, output: `${stdout}${stderr}` }
}

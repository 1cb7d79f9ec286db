import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const module = fileURLToPath(new URL('./run-tool.mjs', import.meta.url))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opendpf-run-tool-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A process that runs `program` as a tool and says how that ended. */
function running(program: string, options = '') {
  const tool = join(folder, 'tool.mjs')
  writeFileSync(tool, program)
  const script = `
    import { runTool } from ${JSON.stringify(module)}
    const run = () => runTool({ script: ${JSON.stringify(tool)}, args: ['one'], ${options} })
    console.log('first', await run())
    console.log('second', await run())`
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function outputOf(child: ReturnType<typeof running>) {
  const heard: string[] = []
  child.stdout.on('data', (chunk) => heard.push(String(chunk)))
  await once(child, 'close')
  return heard.join('')
}

test('a tool that ends well has passed', async () => {
  expect(await outputOf(running('console.log(process.argv[2])'))).toBe('one\nfirst true\none\nsecond true\n')
})

test('a quiet tool is heard only when it fails', async () => {
  expect(await outputOf(running("console.log('fine')", 'quiet: true'))).toBe('first true\nsecond true\n')
  const failing = await outputOf(running("console.log('broken'); process.exit(2)", 'quiet: true'))
  expect(failing).toBe('broken\nfirst false\nbroken\nsecond false\n')
})

test('a tool that takes too long is ended with all it has started', async () => {
  const hanging = `
    import { spawn } from 'node:child_process'
    spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`
  // what is left running would hold the output open
  expect(await outputOf(running(hanging, 'minutes: 0.05'))).toBe('first false\nsecond false\n')
})

test('a tool that calls it a success to have been stopped has not passed', async () => {
  const polite = "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000)"
  expect(await outputOf(running(polite, 'minutes: 0.05'))).toBe('first false\nsecond false\n')
})

test('a signal ends the running tool, and no other is started', async () => {
  const child = running("console.log('started'); setInterval(() => {}, 1000)")
  child.stdout.once('data', () => child.kill('SIGTERM'))
  expect(await outputOf(child)).toBe('started\nfirst false\nsecond false\n')
  expect(child.exitCode).toBe(1)
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const module = fileURLToPath(new URL('./hand-over.mjs', import.meta.url))

/** A process that hands over to a Node running `program`. */
function handedOver(program: string) {
  const script = `
    import { handOver } from ${JSON.stringify(module)}
    handOver({ command: process.execPath, args: ['-e', ${JSON.stringify(program)}, 'one', 'two'] })`
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
}

test('arguments and the exit code pass through', async () => {
  const child = handedOver('console.log(process.argv.slice(1).join()); process.exit(7)')
  const [chunk] = await once(child.stdout, 'data')
  const [code] = await once(child, 'exit')
  expect(String(chunk).trim()).toBe('one,two')
  expect(code).toBe(7)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s reaches the program, which ends as it likes', async (signal) => {
  const child = handedOver(`
    process.on('${signal}', () => process.exit(3))
    setInterval(() => {}, 1000)
    console.log('ready')`)
  await once(child.stdout, 'data')
  child.kill(signal)
  const [code] = await once(child, 'exit')
  expect(code).toBe(3)
})

test.skipIf(process.platform === 'win32')('when npm and its shell are gone, the program is told to end', async () => {
  const program =
    "process.on('SIGTERM', () => { console.log('told'); process.exit() }); setInterval(() => {}, 1000); console.log('ready')"
  const script = `
    import { handOver } from ${JSON.stringify(module)}
    handOver({ command: process.execPath, args: ['-e', ${JSON.stringify(program)}] })`
  const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, script], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const heard: string[] = []
  shell.stdout.on('data', (chunk) => heard.push(String(chunk)))
  await once(shell.stdout, 'data')
  shell.kill('SIGKILL')
  await once(shell.stdout, 'close')
  expect(heard.join('')).toBe('ready\ntold\n')
})

test('a program ended by a signal ends us with the usual code', async () => {
  const child = handedOver("process.kill(process.pid, 'SIGKILL')")
  const [code] = await once(child, 'exit')
  expect(code).toBe(128 + 9)
})

test('a program that does not exist is a failure', async () => {
  const script = `import { handOver } from ${JSON.stringify(module)}; handOver({ command: '/nowhere/node', args: [] })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' })
  const [code] = await once(child, 'exit')
  expect(code).toBe(1)
})

import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import type { Credentials } from './run-state.js'

const longestStart = 300_000
const longestStop = 20_000
const demoPersons = 200

/** The real server on a folder of its own. */
export interface RunningServer {
  readonly address: string
  readonly users: readonly Credentials[]
  stop(): Promise<void>
}

/**
 * Starts the built server with the demo county on a free port, and waits until it answers. It tells its address and the passwords of
 * the demo accounts over the channel between parent and child. `OPENDPF_E2E_SERVER` names another entry than the built one.
 *
 * @throws Error with what the server printed, when it does not start
 */
export async function startServer(folder: string): Promise<RunningServer> {
  const child = fork(process.env.OPENDPF_E2E_SERVER ?? builtServer(), ['serve'], {
    cwd: folder,
    env: {
      ...process.env,
      OPENDPF_DATA: join(folder, 'data'),
      OPENDPF_PORT: String(await findFreePort()),
      OPENDPF_DEMO: 'on',
      OPENDPF_DEMO_PERSONS: String(demoPersons),
      OPENDPF_LOG: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const printed: string[] = []
  child.stdout?.on('data', (text) => printed.push(String(text)))
  child.stderr?.on('data', (text) => printed.push(String(text)))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    const limit = setTimeout(() => child.kill('SIGKILL'), longestStop)
    await ended
    clearTimeout(limit)
  }
  const started = await new Promise<{ address: string; users: Credentials[] }>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the server ${why}:\n${printed.join('')}`))
    const limit = setTimeout(() => fail('did not start in time'), longestStart)
    child.once('message', (message) => {
      clearTimeout(limit)
      resolve(message as { address: string; users: Credentials[] })
    })
    child.once('exit', (code) => {
      clearTimeout(limit)
      fail(`ended with code ${code}`)
    })
  }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { ...started, stop }
}

function builtServer(): string {
  const manifest = createRequire(import.meta.url).resolve('@opendpf/app-server/package.json')
  return join(dirname(manifest), 'dist', 'main.js')
}

/** A port that nobody listens on; the server needs to know its own address before it listens. */
function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

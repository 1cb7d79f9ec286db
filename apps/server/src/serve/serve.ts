import { fork } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve as listen } from '@hono/node-server'
import type { Config } from '../config/config.js'
import { openDeployment } from '../deployment/open-deployment.js'
import { version } from '../version.js'
import { loadDemo } from './load-demo.js'
import { createLog, describe } from './log.js'
import { openServer } from './open-server.js'
import { onShutdown } from './shutdown.js'
import { staticFiles } from './static-files.js'
import { startWorker, type Worker } from './worker.js'

const adminFolder =
  process.env['OPENDPF_ADMIN'] ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'admin', 'dist')

const [, main = ''] = process.argv
/**
 * How much memory the worker may use, in megabytes. An import of 100,000 persons, which is one transaction, keeps half of the old space;
 * with the default limit of a large machine garbage is left to pile up for gigabytes. Rows of a batch die young when the young space holds
 * a batch, and are then never moved.
 */
const workerMemory = ['--max-old-space-size=512', '--max-semi-space-size=32']

/** Starts everything and answers until it is told to stop. What had been started before a failure is ended again, last first. */
export async function serve(config: Config): Promise<void> {
  const started: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) await end()
  }
  try {
    await start(config, started)
  } catch (error) {
    await close()
    throw error
  }
  onShutdown(close)
}

/** Starts one thing after the other and puts behind each how it is ended. */
async function start(config: Config, started: (() => unknown)[]): Promise<void> {
  const log = createLog(config.logLevel)
  const deployment = await openDeployment(config, (text) => log.info(text))
  started.push(() => deployment.close())
  const demo = config.withDemo ? await loadDemo({ deployment, log, say: (text) => console.log(text) }) : undefined
  const publicUrl =
    config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`
  let worker: Worker | undefined
  const server = await openServer({ deployment, publicUrl, version, log, onWork: () => worker?.look() })
  started.push(() => server.close())
  worker = startWorker({
    jobs: server.services.jobs,
    // in a group of its own: a key pressed at the terminal ends the server, which lets its worker end in order
    spawn: () =>
      fork(main, ['work'], {
        detached: process.platform !== 'win32',
        execArgv: [...process.execArgv, ...workerMemory],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
    onEnded: () => deployment.platform.divisions.forget(),
    onFailure: (error) => log.error(describe(error), 'the work of jobs failed'),
  })
  started.push(worker.stop)
  server.app.use(staticFiles(adminFolder))
  const http = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
    const listening = listen({ fetch: server.app.fetch, hostname: config.host, port: config.port }, () =>
      resolve(listening),
    )
    listening.on('error', reject)
  })
  started.push(() => http.close())
  const { port } = http.address() as AddressInfo
  const address = config.publicUrl ?? publicUrl.replace(/:\d+$/, `:${port}`)
  console.log(`\nOpenDPF ${version} 已启动 / is running: ${address}\n`)
  if (demo) printUsers(demo)
  process.send?.({ address, users: demo })
}

function printUsers(
  users: readonly { readonly username: string; readonly name: string; readonly password: string }[],
): void {
  console.log('演示账号（密码只显示这一次） / demo accounts (passwords are shown this once):')
  for (const { username, name, password } of users) console.log(`  ${username.padEnd(12)}${password.padEnd(20)}${name}`)
  console.log('')
}

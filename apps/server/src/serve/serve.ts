import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve as listen } from '@hono/node-server'
import type { Config } from '../config/config.js'
import { openDeployment } from '../deployment/open-deployment.js'
import { version } from '../version.js'
import { loadDemo } from './load-demo.js'
import { createLog } from './log.js'
import { openServer } from './open-server.js'
import { onShutdown } from './shutdown.js'
import { staticFiles } from './static-files.js'

const adminFolder =
  process.env['OPENDPF_ADMIN'] ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'admin', 'dist')

/** Starts everything and answers until it is told to stop. */
export async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  const deployment = await openDeployment(config, (text) => log.info(text))
  const publicUrl =
    config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`
  const server = await openServer({ deployment, publicUrl, version, log })
  server.app.use(staticFiles(adminFolder))
  const demo = config.withDemo ? await loadDemo({ deployment, server, say: (text) => console.log(text) }) : undefined
  const http = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
    const started = listen({ fetch: server.app.fetch, hostname: config.host, port: config.port }, () =>
      resolve(started),
    )
    started.on('error', reject)
  })
  const { port } = http.address() as AddressInfo
  const address = config.publicUrl ?? publicUrl.replace(/:\d+$/, `:${port}`)
  console.log(`\nOpenDPF ${version} 已启动 / is running: ${address}\n`)
  if (demo) printUsers(demo)
  process.send?.({ address, users: demo })
  onShutdown(async () => {
    http.close()
    await server.close()
    await deployment.close()
  })
}

function printUsers(
  users: readonly { readonly username: string; readonly name: string; readonly password: string }[],
): void {
  console.log('演示账号（密码只显示这一次） / demo accounts (passwords are shown this once):')
  for (const { username, name, password } of users) console.log(`  ${username.padEnd(12)}${password.padEnd(20)}${name}`)
  console.log('')
}

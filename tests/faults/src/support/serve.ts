// A deployment in a process of its own: starts the owned server, says so in one line of JSON, stops it on SIGTERM.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OwnedServerError, startOwnedServer } from '@opendpf/database/owned'

const folder = process.argv[2] ?? ''

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

try {
  const server = await startOwnedServer({ folder })
  // keeps the process alive until it is told to end
  const alive = setInterval(() => undefined, 60_000)
  process.once('SIGTERM', () => {
    clearInterval(alive)
    void server.stop()
  })
  const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  say({ started: true, adopted: server.adopted, postmaster })
} catch (error) {
  if (!(error instanceof OwnedServerError)) throw error
  say({ started: false, code: error.code, zh: error.text('zh-CN'), en: error.text('en') })
}

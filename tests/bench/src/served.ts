import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const appServer = dirname(createRequire(import.meta.url).resolve('@opendpf/app-server/package.json'))

/** A server in a process of its own, as a county runs it. */
export interface Served {
  readonly address: string
  /** Milliseconds from the start of the process to the first answered request. */
  readonly firstAnswer: number
  /** Resident memory of the server's process in megabytes. */
  memory(): number
  stop(): Promise<void>
}

/** Starts the built server on a data folder and waits for its first answer. */
export async function startServed(folder: string, port: number): Promise<Served> {
  const start = performance.now()
  const child = fork(join(appServer, 'dist', 'main.js'), ['serve'], {
    // what the bench was started with is not what a county starts its server with
    execArgv: [],
    env: {
      ...process.env,
      OPENDPF_DATA: folder,
      OPENDPF_PORT: String(port),
      OPENDPF_DEMO: 'off',
      OPENDPF_LOG: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { address: string }).address))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  await fetch(`${address}/api/health`)
  const firstAnswer = performance.now() - start
  return { address, firstAnswer, memory: () => residentMemory(child), stop: () => end(child) }
}

/** Ends a process that we started, in order. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

function residentMemory({ pid }: ChildProcess): number {
  const pages = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(pages ?? 0) / 1024
}

/** Signs in and answers the headers of the session. */
export async function signIn(
  address: string,
  username: string,
  password: string,
): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-opendpf': '1' },
    body: JSON.stringify({ username, password }),
  })
  const { state } = (await response.json()) as { state: string }
  if (state !== 'signed-in') throw new Error(`the bench user is in state ${state}`)
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { cookie, 'x-opendpf': '1', 'accept-language': 'zh-CN' }
}

/** Asks the server, as a signed-in person, and answers what it says. */
export async function ask<Answer>(
  { address }: Pick<Served, 'address'>,
  session: Readonly<Record<string, string>>,
  { method = 'GET', path, body }: { readonly method?: string; readonly path: string; readonly body?: unknown },
): Promise<Answer> {
  const isForm = body instanceof FormData
  const response = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { ...session, ...(isForm ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Answer
}

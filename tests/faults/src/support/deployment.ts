import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What a deployment in a process of its own said about its start. */
export type StartReport =
  | { readonly started: true; readonly adopted: boolean; readonly postmaster: number }
  | { readonly started: false; readonly code: string; readonly zh: string; readonly en: string }

/** A deployment in a process of its own. */
export interface Deployment {
  readonly report: StartReport
  /** Ends the process as a power switch would, or asks it to end; waits until it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

const hook = new URL('./resolve-sources.mjs', import.meta.url).href
const script = fileURLToPath(new URL('./serve.ts', import.meta.url))

/** Starts a deployment on a data folder in a Node process of its own, under another user if one is given. */
export async function startDeployment(
  folder: string,
  user?: { readonly uid: number; readonly gid: number },
): Promise<Deployment> {
  const child = spawn(process.execPath, ['--conditions=opendpf-source', `--import=${hook}`, script, folder], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
    ...user,
  })
  return {
    report: await readReport(child),
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
  }
}

async function readReport(child: ChildProcess): Promise<StartReport> {
  if (child.stdout === null) throw new Error('the child has no output')
  const lines = createInterface({ input: child.stdout })
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the deployment ended without a report (${String(code)})`)
  })
  const line = once(lines, 'line').then(([text]) => JSON.parse(String(text)) as StartReport)
  return Promise.race([line, gone])
}

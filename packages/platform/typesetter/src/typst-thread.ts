import { Worker } from 'node:worker_threads'

/** What the thread is asked to make. */
export interface RenderJob {
  readonly run: string
  readonly pictures: readonly (readonly [name: string, bytes: Uint8Array])[]
}

/** What it made. */
export interface RenderedJob {
  readonly bytes: Uint8Array
  readonly pages: number
}

interface Answer {
  readonly id: number
  readonly made?: RenderedJob
  readonly problem?: string
}

interface Waiting {
  resolve(made: RenderedJob): void
  reject(error: Error): void
}

// sources are run as they are in tests, built files elsewhere
const script = import.meta.url.endsWith('.ts')
  ? new URL('./typst-worker.ts', import.meta.url)
  : new URL('./typst-worker.js', import.meta.url)

let thread: Worker | undefined
const waiting = new Map<number, Waiting>()
let count = 0

/**
 * Has a file made in the one thread that lays documents out, so that no request waits for another's pages. It starts with the first job
 * and does not keep the process alive.
 */
export function queueJob(job: RenderJob): Promise<RenderedJob> {
  thread ??= start()
  const id = count++
  if (waiting.size === 0) thread.ref()
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    thread?.postMessage({ id, ...job })
  })
}

function start(): Worker {
  const worker = new Worker(script)
  worker.on('message', ({ id, made, problem }: Answer) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
    if (made) asked?.resolve(made)
    else asked?.reject(new Error(`a document could not be laid out: ${problem}`))
  })
  const fail = (error: Error): void => {
    if (thread === worker) thread = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`the thread that lays documents out ended with ${code}`)))
  worker.unref()
  return worker
}

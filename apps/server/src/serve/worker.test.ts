import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startWorker, type Worker } from './worker.js'

const scripts = {
  /** Says that a job has ended, and that nothing waits any more. */
  obliging: `process.send('ended', () => process.exit(0))`,
  failing: 'process.exit(3)',
  patient: `process.on('SIGTERM', () => process.exit(0)); process.send('ended'); setInterval(() => {}, 1000)`,
}

const folder = await mkdtemp(join(tmpdir(), 'opendpf-worker-'))
let worker: Worker | undefined

afterEach(() => worker?.stop())

/** A worker on a queue that holds something or nothing, with what became of it. */
async function start(script: keyof typeof scripts, queue: { waiting: number }) {
  const file = join(folder, `${script}.mjs`)
  await writeFile(file, scripts[script])
  const seen = { started: [] as ChildProcess[], ended: 0, failures: [] as unknown[] }
  worker = startWorker({
    jobs: { hasWaiting: async () => queue.waiting > 0 },
    spawn: () => {
      const child = fork(file, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      seen.started.push(child)
      return child
    },
    onEnded: () => {
      seen.ended += 1
      queue.waiting = Math.max(0, queue.waiting - 1)
    },
    onFailure: (error) => seen.failures.push(error),
  })
  return seen
}

const soon = (holds: () => boolean): Promise<void> => expect.poll(holds, { timeout: 10_000 }).toBe(true)

test('nobody works where nothing waits', async () => {
  const seen = await start('obliging', { waiting: 0 })
  worker?.look()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(seen.started).toHaveLength(0)
})

test('what waits is done by one process, however often it is asked for, and each end is told', async () => {
  const queue = { waiting: 1 }
  const seen = await start('obliging', queue)
  worker?.look()
  worker?.look()
  await soon(() => seen.ended >= 2)
  expect(seen.started).toHaveLength(1)
  expect(seen.failures).toEqual([])
  queue.waiting = 1
  worker?.look()
  await soon(() => seen.started.length === 2)
})

test('a process that fails is told of, and not started again at once', async () => {
  const seen = await start('failing', { waiting: 9 })
  worker?.look()
  await soon(() => seen.failures.length === 1)
  worker?.look()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(seen.started).toHaveLength(1)
  expect(String(seen.failures[0])).toContain('ended with 3')
})

test('a stop waits until the process has ended in order', async () => {
  const seen = await start('patient', { waiting: 1 })
  worker?.look()
  await soon(() => seen.ended === 1)
  const [child] = seen.started
  const exit = once(child as ChildProcess, 'exit')
  await worker?.stop()
  expect(await exit).toEqual([0, null])
  expect(seen.failures).toEqual([])
})

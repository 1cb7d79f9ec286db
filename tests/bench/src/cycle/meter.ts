import { readFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import type { TestServer } from '@opendpf/testing'

/** What some work took. Others who use the machine make it wait, which processor time does not count. */
export interface Taken {
  readonly seconds: number
  /** Processor time of the database's connections, in seconds. */
  readonly database: number
  /** Processor time of this process, in seconds. */
  readonly node: number
  /** How much this process grew at most, in megabytes. */
  readonly grown: number
  /** How much memory this process had at most, in megabytes. */
  readonly peak: number
  readonly load: number
}

/** Measures work against a test server. */
export async function measure(server: TestServer, work: () => Promise<unknown>): Promise<Taken> {
  globalThis.gc?.()
  const resident = process.memoryUsage.rss()
  let peak = resident
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  const databaseBefore = await connections(server)
  const processBefore = process.cpuUsage()
  const started = performance.now()
  try {
    await work()
  } finally {
    clearInterval(watch)
  }
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(processBefore)
  const databaseAfter = await connections(server)
  let database = 0
  for (const [pid, time] of databaseAfter) database += time - (databaseBefore.get(pid) ?? 0)
  return {
    seconds,
    database,
    node: (user + system) / 1e6,
    grown: (peak - resident) / 2 ** 20,
    peak: peak / 2 ** 20,
    load: loadavg()[0] ?? 0,
  }
}

/** Several runs of the same work; the one that took the least of the processor says most about the work itself. */
export async function measureLeast(
  server: TestServer,
  runs: number,
  work: (run: number) => Promise<unknown>,
): Promise<Taken> {
  let least: Taken | undefined
  for (let run = 0; run < runs; run += 1) {
    const taken = await measure(server, () => work(run))
    if (least === undefined || taken.database + taken.node < least.database + least.node) least = taken
  }
  if (least === undefined) throw new Error('nothing was run')
  return least
}

/** The processor time that each connection of the server's database has used, in seconds. */
async function connections(server: TestServer): Promise<ReadonlyMap<number, number>> {
  const pids = await server.connect('owner', async (client) => {
    const { rows } = await client.query(
      'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    return rows.map(({ pid }) => Number(pid))
  })
  const times = await Promise.all(
    pids.map(async (pid) => {
      const text = await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => '')
      return [pid, Number(text.split(' ')[0] ?? 0) / 1e9] as const
    }),
  )
  return new Map(times)
}

import { loadavg } from 'node:os'
import { modules } from '@opendpf/app-server/modules'
import { pathOf } from '@opendpf/kit'
import { payments } from '@opendpf/payments'
import { startTestServer } from '@opendpf/testing'
import { measure, type Taken } from '../cycle/meter.js'
import { describeMachine } from '../machine.js'
import { fillLines, fillPersons, type Size } from './fill.js'
import { openOffice } from './month.js'

const size: Size = {
  persons: Number(process.env['BENCH_PERSONS'] ?? 100_000),
  lines: Number(process.env['BENCH_LINES'] ?? 12_000_000),
  batchLines: Number(process.env['BENCH_BATCH'] ?? 40_000),
}
const today = '2026-06-15'
const requests = 300
const warmUps = 20
const { batch, line } = payments.records

const server = await startTestServer({ modules, now: `${today}T02:00:00Z`, hasWork: true })

/** What stands at a share of the way through figures that are sorted. */
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/**
 * Asks for lists, each time another one, and says how long answers took on the server, and how much of the processor one took: others who use
 * the machine make it wait, which processor time does not count.
 */
async function time(what: string, pathFor: (run: number) => string): Promise<void> {
  const clerk = server.as({ id: 'reader' })
  const ask = async (run: number) => {
    const started = performance.now()
    const { status, body, text } = await clerk('GET', `/api/v1${pathFor(run)}`)
    if (status !== 200 || body.rows.length === 0) throw new Error(`${pathFor(run)} answered ${status}: ${text}`)
    return performance.now() - started
  }
  for (let run = 0; run < warmUps; run += 1) await ask(requests + run)
  const taken: number[] = []
  const { database, node } = await measure(server, async () => {
    for (let run = 0; run < requests; run += 1) taken.push(await ask(run))
  })
  const sorted = taken.toSorted((one, other) => one - other)
  const times = [at(sorted, 0.5), at(sorted, 0.99), (database * 1000) / requests, (node * 1000) / requests]
  console.log(`| ${what} | ${times.map((one) => `${one.toFixed(1)} ms`).join(' | ')} | ${load()} |`)
}

const load = () => (loadavg()[0] ?? 0).toFixed(1)
const showTaken = (what: string, { seconds, database, node, grown, peak }: Taken) =>
  console.log(
    `| ${what} | ${seconds.toFixed(2)} s | ${database.toFixed(2)} s | ${node.toFixed(2)} s | ${grown.toFixed(0)} MB | ${peak.toFixed(0)} MB | ${load()} |`,
  )

try {
  const batches = Math.ceil(size.lines / size.batchLines)
  const key = (mark: string, number: number) => `${mark}${String(number).padStart(9, '0')}`
  const office = openOffice(server, today)
  const started = performance.now()
  const budget = await office.money(size.batchLines * 10_000)
  await fillPersons(server, size)
  await fillLines(server, size, budget)
  console.log(
    `${size.persons.toLocaleString('en')} persons, ${size.lines.toLocaleString('en')} lines in ${batches} batches, filled in ${((performance.now() - started) / 1000).toFixed(0)} s; ${describeMachine()}\n`,
  )

  console.log(`| list, ${requests} requests | p50 | p99 | database | Node | load |\n|---|---|---|---|---|---|`)
  const some = (run: number, of: number) => (run * 7919) % of
  await time("a person's payments", (run) => `${pathOf(line)}?person=p${1 + some(run, size.persons)}&limit=12`)
  await time('lines of a batch', (run) => `${pathOf(line)}?batch=${key('b', some(run, batches))}&limit=25`)
  await time(
    'lines of a batch that came back',
    (run) => `${pathOf(line)}?batch=${key('b', some(run, batches))}&state=returned&limit=25`,
  )
  await time('batches', () => `${pathOf(batch)}?limit=25`)
  await time('batches of a cycle', (run) => `${pathOf(batch)}?cycle=${key('c', some(run, batches))}&limit=25`)

  console.log(
    `\n| a month of ${size.batchLines.toLocaleString('en')} lines | time | database | Node | grew by | at most | load |\n|---|---|---|---|---|---|---|`,
  )
  for (const [what, work] of office.month(budget, size.batchLines)) showTaken(what, await measure(server, work))
  console.log(`\nThe process had ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`)
} finally {
  await server.stop()
}

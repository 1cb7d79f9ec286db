import { loadavg } from 'node:os'
import type { FigureAsked } from '@opendpf/figures'
import { readFigures } from '@opendpf/figures/reading'
import { figuresServer } from '@opendpf/figures/server'
import type { SnapshotContext } from '@opendpf/kit/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { planningServer } from '@opendpf/planning/server'
import { reportsServer } from '@opendpf/reports/server'
import { startTestServer } from '@opendpf/testing'
import { type Kysely, type KyselyPlugin, PostgresQueryCompiler, type RootOperationNode } from 'kysely'
import { describeMachine } from '../machine.js'
import { bench, benchServer } from './care.js'
import { fill } from './fill.js'
import { questionsOfPlan } from './questions.js'
import { makePlan, writeYearEnd } from './year-end.js'

const persons = Number(process.env['BENCH_PERSONS'] ?? 100_000)
const services = persons * 10
const today = '2026-11-25'
const times = 5

interface Asked {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Writes down what is asked of the database. */
function listen(db: SnapshotContext['db'], heard: Asked[]): Kysely<unknown> {
  const compiler = new PostgresQueryCompiler()
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const { sql: text, parameters } = compiler.compileQuery(node as RootOperationNode, queryId)
      // a measure is also written down by itself, to be compared with others
      if (/\) as m\b/.test(text)) heard.push({ text, values: parameters })
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return db.withPlugin(plugin)
}

interface Taken {
  /** In milliseconds. Others who use the machine make runs longer, never shorter: the shortest says most about the work itself. */
  readonly shortest: number
  readonly middle: number
}

/** How long some runs took. */
async function time(
  work: () => Promise<unknown>,
  before: () => Promise<unknown> = async () => undefined,
): Promise<Taken> {
  const taken: number[] = []
  for (let run = 0; run < times; run += 1) {
    await before()
    const started = performance.now()
    await work()
    taken.push(performance.now() - started)
  }
  const sorted = taken.toSorted((a, b) => a - b)
  return { shortest: sorted[0] ?? Number.NaN, middle: sorted[Math.floor(times / 2)] ?? Number.NaN }
}

const server = await startTestServer({
  modules: [personsServer, organisationsServer, benchServer, figuresServer, planningServer, reportsServer],
  now: `${today}T02:00:00Z`,
})
try {
  await fill(server, persons, services)
  const ask = (
    questions: readonly FigureAsked[],
    change: (context: SnapshotContext) => SnapshotContext = (same) => same,
  ) => server.snapshot((context) => readFigures(change(context), questions))
  const afresh = (context: SnapshotContext): SnapshotContext => ({ ...context, states: async () => undefined })
  const changeService = () =>
    server.write(async ({ read, write }) => {
      // a service of this year, which the plan is about
      const [one] = await read.many(bench.records.training, { heldOn: '2026-05-05' }, { limit: 1 })
      if (!one) throw new Error('there are services')
      await write.update(bench.records.training, {
        id: one.id,
        version: one.version,
        values: { minutes: one.minutes + 1 },
      })
    })
  const changeClient = () =>
    server.write(async ({ read, write }) => {
      const [one] = await read.many(bench.records.client, {}, { limit: 1 })
      if (!one) throw new Error('there are clients')
      await write.update(bench.records.client, {
        id: one.id,
        version: one.version,
        values: { sex: one.sex === '1' ? '2' : '1' },
      })
    })
  const plan = questionsOfPlan({ isSplit: false, today })
  const split = questionsOfPlan({ isSplit: true, today })

  console.log(
    `${persons.toLocaleString('en')} persons and ${services.toLocaleString('en')} services, ${describeMachine()}; ${times} runs\n`,
  )
  console.log('| what | shortest | middle | load |\n|---|---|---|---|')
  const row = (what: string, { shortest, middle }: Taken) =>
    console.log(`| ${what} | ${shortest.toFixed(0)} ms | ${middle.toFixed(0)} ms | ${loadavg()[0]?.toFixed(0)} |`)
  for (const [what, questions] of [
    ['60 items, each with last year', plan],
    ['the same in 18 towns', split],
  ] as const) {
    const heard: Asked[] = []
    await ask(questions, (context) => ({ ...afresh(context), db: listen(context.db, heard) }))
    const floor = await server.connect('owner', (client) =>
      time(async () => {
        await client.query("set jit = off; set work_mem = '32MB'")
        for (const { text, values } of heard) await client.query(text, [...values])
      }),
    )
    row(`${what}: floor, its ${heard.length} statements by the driver alone`, floor)
    row(`${what}: afresh`, await time(() => ask(questions, afresh)))
    await ask(questions)
    row(`${what}: nothing changed`, await time(() => ask(questions)))
    row(`${what}: one service changed`, await time(() => ask(questions), changeService))
    row(`${what}: one client changed`, await time(() => ask(questions), changeClient))
    if (process.env['BENCH_EXPLAIN'])
      await server.connect('owner', async (client) => {
        for (const { text, values } of heard) {
          const { rows } = await client.query(`explain (analyze, buffers) ${text}`, [...values])
          console.log(text.slice(0, 3000), '\n', rows.map((line) => Object.values(line).join('')).join('\n'))
        }
      })
  }
  const clerk = server.as()
  const annual = await makePlan(server)
  const first = performance.now()
  const parts = await writeYearEnd(clerk, annual)
  const all = performance.now() - first
  row('year-end report of 60 items in 18 towns, with all three files, the first time', { shortest: all, middle: all })
  for (const [what, taken] of Object.entries(parts)) row(`of that, ${what}`, { shortest: taken, middle: taken })
  row('the same after a client changed', await time(() => writeYearEnd(clerk, annual), changeClient))
  const now = await time(() => ask(plan, afresh))
  const asOf = '2025-11-25T02:00:00Z'
  const then = plan.map((one) => ({ ...one, asOf }))
  row('60 items as known a year ago', await time(() => ask(then, afresh)))
  row('beside now', now)
  const figure = { indicator: 'bench.trainingTimes', from: '2026-01-01', to: today, filters: { place: ['home'] } }
  const page = (more: object) => clerk('POST', '/api/v1/figures/rows', { figure: { ...figure, ...more }, limit: 50 })
  for (const [what, more] of [
    ['of the county', {}],
    ['of a town', { division: '990121100000' }],
    ['as known a year ago', { asOf, from: '2025-01-01', to: '2025-11-01' }],
  ] as const) {
    const answer = await page(more)
    if (answer.status !== 200) throw new Error(answer.text)
    // a changed row makes the rows be counted again
    row(`first page of the list behind a figure, ${what}`, await time(() => page(more), changeService))
    row('the same, nothing changed', await time(() => page(more)))
  }
} finally {
  await server.stop()
}

import { modules } from '@opendpf/app-server/modules'
import { bookOf } from '@opendpf/eligibility'
import { countPopulations, explain } from '@opendpf/eligibility/asking'
import { pathOf } from '@opendpf/kit'
import { programmes, programmesOf } from '@opendpf/programmes'
import { places, startTestServer } from '@opendpf/testing'
import { describeMachine } from '../machine.js'
import { establish } from './establish.js'
import { fill } from './fill.js'
import { measure, measureLeast, type Taken } from './meter.js'

const persons = Number(process.env['BENCH_PERSONS'] ?? 100_000)
const receiving = persons * 0.4
const month = '2026-06'
const today = '2026-06-15'
const batch = 1000
const { cycle, difference } = programmes.records

const server = await startTestServer({ modules, now: `${today}T02:00:00Z`, hasWork: true })
const row = (what: string, { seconds, database, node, grown, load }: Taken) =>
  console.log(
    `| ${what} | ${seconds.toFixed(2)} s | ${database.toFixed(2)} s | ${node.toFixed(2)} s | ${grown.toFixed(0)} MB | ${load.toFixed(0)} |`,
  )

const office = Object.fromEntries(
  ['clerk', 'reviewer', 'approver', 'second'].map((id) => [id, server.as({ id, name: id })]),
)

/** Sends a request as somebody of the office, which must succeed. */
async function send(who: string, path: string, body: object, headers: Readonly<Record<string, string>> = {}) {
  const answer = await office[who]?.('POST', `/api/v1${path}`, body, headers)
  if (!answer || answer.status >= 300) throw new Error(`${path} answered ${answer?.status}: ${answer?.text}`)
  return answer.body
}

async function step(who: string, id: string, verb: string): Promise<void> {
  const found = await server.write(({ read }) => read.one(cycle, id))
  await send(who, `${pathOf(cycle)}/${id}/do/${verb}`, {}, { 'if-match': `"${found?.version}"` })
}

const everywhere = { id: 'everywhere', at: 'all' }
server.as(everywhere)
const actor = server.actor(everywhere)

/** The real job, as the queue runs it. */
async function work(): Promise<void> {
  const { state, message } = await server.work.done(
    await server.work.jobs.queue({ job: 'programmes.runCycles', input: {}, actor }),
  )
  if (state !== 'done') throw new Error(`the job ended as ${state}: ${message}`)
}

/** Decides every difference of a cycle, many at once. */
async function keepAll(id: string): Promise<void> {
  for (;;) {
    const found = await server.write(async ({ read, write }) => {
      const open = await read.many(difference, { cycle: id, state: 'open' }, { limit: batch })
      const steps = open.map(({ id: of, version }) => ({ id: of, version, values: { note: '已核实' } }))
      if (steps.length > 0) await write.transitionMany(difference, 'keep', steps)
      return open.length
    })
    if (found < batch) return
  }
}

try {
  await fill(server, { persons, receiving })
  await establish(server)
  const at = { at: places.county }
  console.log(
    `${persons.toLocaleString('en')} persons, ${receiving.toLocaleString('en')} who receive, ${describeMachine()}\n`,
  )
  console.log('| what | time | database | Node | grew by | load |\n|---|---|---|---|---|---|')

  const shipped = await server.write(async ({ registry }) => ({
    programmes: [...programmesOf(registry).values()].map(({ scheme }) => scheme),
    schemes: [...bookOf(registry).schemes].flatMap(([name, { of }]) => (of === 'persons.person' ? [name] : [])),
  }))
  row(
    `everybody held against ${shipped.programmes.length} programmes, counted by town`,
    await measureLeast(server, 5, () =>
      server.write((context) => countPopulations(context, shipped.programmes, { date: today }), at),
    ),
  )
  const somebody = (run: number) =>
    server.write((context) => explain(context, `p${1 + run * 37}`, { date: today, schemes: shipped.schemes }), at)
  row(`one person explained, ${shipped.schemes.length} schemes`, await measureLeast(server, 50, somebody))

  const { id } = await send('clerk', pathOf(cycle), {
    programme: 'poverty-relief.living',
    month,
    division: places.county,
  })
  await step('clerk', id, 'compute')
  row('cycle computed', await measure(server, work))
  const computed = await server.write(({ read }) => read.one(cycle, id))
  row(`${computed?.differences} differences decided`, await measure(server, () => keepAll(id)))
  row('computed again', await measure(server, async () => step('clerk', id, 'compute').then(work)))
  await step('clerk', id, 'check')
  await step('approver', id, 'approve')
  row('confirmed, the register asked once more', await measure(server, () => step('second', id, 'confirm')))
  row('cycle frozen', await measure(server, work))
  const frozen = await server.write(({ read }) => read.one(cycle, id))
  if (frozen?.state !== 'frozen') throw new Error(`the cycle is ${frozen?.state}: ${frozen?.problem}`)
  console.log(
    `\n${frozen.members.toLocaleString('en')} were granted ${(frozen.amount / 100).toLocaleString('en')} yuan`,
  )
} finally {
  await server.stop()
}

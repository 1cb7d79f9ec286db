import { setTimeout as pause } from 'node:timers/promises'
import { certificates } from '@opendpf/certificates'
import { countyCode } from '@opendpf/demo-county'
import type { Actor, PlacedRecord } from '@opendpf/kit'
import { createReader, openReadPath, systemActor, takeInBulk, writeTransaction } from '@opendpf/server'
import { todayIn } from '@opendpf/standards'
import type { BenchCounty } from './county.js'

const batch = 500
const times = 300
const { case: caseRecord } = certificates.records
const scope = { level: 'county', code: countyCode.slice(0, 6) } as const
const clerk: Actor = { ...systemActor, id: 'bench-clerk', scope }
const approver: Actor = { ...systemActor, id: 'bench-approver', scope }

/** What a month of work leaves open: cases that ask for a cancellation, three fifths of them waiting for the approver. */
export async function openCases({ deployment: { platform } }: BenchCounty, count: number): Promise<void> {
  const held = await platform.pool.use(scope, (session) =>
    session.query<{ id: string; person: string }>({
      text: `select c.id, c.person from certificates_certificate c join persons_person p on p.id = c.person
             where c.state = 'valid' and c.category in ('1', '4') and p.birth_date < date '2000-01-01' and not p.is_deceased
               and not exists (select from certificates_case o where o.person = c.person)
             order by md5(c.id) limit $1`,
      values: [count],
    }),
  )
  for (let start = 0; start < held.length; start += batch)
    await writeTransaction(platform, { actor: clerk, locale: 'zh-CN' }, async ({ context: { write } }) => {
      const rows = await write.createMany(
        caseRecord,
        held.slice(start, start + batch).map(({ id, person }) => ({
          person,
          certificate: id,
          item: 'cancel',
          cancelReason: 'voluntary',
          channel: 'counter',
          applicant: 'self',
          hasIdCard: true,
          appliedOn: todayIn(platform.clock),
        })),
      )
      let steps = rows.map(({ id, version }) => ({ id, version, values: {} }))
      const take = async (verb: string, going: typeof steps) => {
        const taken = await write.transitionMany(caseRecord, verb, going)
        steps = taken.map(({ id, version }) => ({ id, version, values: {} }))
      }
      await take('submit', steps)
      await take('accept', steps.slice(0, Math.ceil(steps.length * 0.6)))
      await take('sendToReview', steps)
    })
}

/** The work list of the county, the first page and those that are overdue, as the read path answers it. */
export async function measureWorkList({
  deployment: { platform },
}: BenchCounty): Promise<readonly { readonly what: string; readonly p50: number; readonly p99: number }[]> {
  const read = openReadPath(platform, clerk)
  const record = platform.registry.record('system.deadline')
  const open = { endedOn: { empty: true } }
  const lists = {
    'work list, all that is open': { filters: open },
    'work list of the county’s own cases': { filters: { ...open, owner: { any: ['county'] } } },
    'work list, overdue': { filters: { ...open, dueOn: { to: '2020-01-01' } } },
  }
  const figures: { what: string; p50: number; p99: number }[] = []
  for (const [what, query] of Object.entries(lists)) {
    const taken: number[] = []
    for (let index = 0; index < times; index += 1) {
      const start = performance.now()
      await read.list(record, query)
      taken.push(performance.now() - start)
    }
    taken.sort((a, b) => a - b)
    figures.push({ what, p50: taken[times / 2] ?? Number.NaN, p99: taken[Math.floor(times * 0.99)] ?? Number.NaN })
  }
  return figures
}

/** One step for many cases: the look at who is included, and the step itself, each with its audit entry. */
export async function measureBulk(
  { deployment: { platform } }: BenchCounty,
  count: number,
): Promise<{ readonly cases: number; readonly looked: number; readonly done: number }> {
  const rows = await platform.pool.use(scope, (session) =>
    session.query<{ id: string; version: number }>({
      text: `select id, version from certificates_case where state = 'review' order by id limit $1`,
      values: [count],
    }),
  )
  const tools = {
    platform,
    actor: approver,
    readPath: openReadPath(platform, approver),
    locale: 'zh-CN',
    idempotency: undefined,
  } as const
  const run = async (dryRun: boolean) => {
    const start = performance.now()
    const request = { verb: 'approve', wanted: rows, values: {}, dryRun }
    const { included } = await takeInBulk(caseRecord as unknown as PlacedRecord, request, tools)
    return { cases: included.length, seconds: (performance.now() - start) / 1000 }
  }
  const look = await run(true)
  const step = await run(false)
  return { cases: step.cases, looked: look.seconds, done: step.seconds }
}

/** What runs at night, one job after the other, with what each says of itself. */
export async function measureNight({ deployment: { platform }, server }: BenchCounty): Promise<
  readonly {
    readonly job: string
    readonly seconds: number
    readonly grownMegabytes: number
    readonly result: string
  }[]
> {
  const reader = createReader({
    platform,
    actor: systemActor,
    run: (work) => platform.pool.use(systemActor.scope, work),
  })
  const record = platform.registry.record('system.job')
  const figures = []
  for (const job of [
    'system.runClocks',
    'certificates.expire',
    'certificates.markRenewable',
    'certificates.followMoves',
  ]) {
    const before = process.memoryUsage.rss()
    let peak = before
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss())
    }, 20)
    const start = performance.now()
    const id = await server.services.jobs.queue({ job, input: {}, actor: systemActor })
    for (;;) {
      const row = (await reader.one(record, id)) as unknown as {
        state: string
        result: unknown
        message: string | null
      }
      if (row.state === 'done') {
        clearInterval(watch)
        figures.push({
          job,
          seconds: (performance.now() - start) / 1000,
          grownMegabytes: (peak - before) / 2 ** 20,
          result: JSON.stringify(row.result),
        })
        break
      }
      if (row.state !== 'queued' && row.state !== 'running')
        throw new Error(`${job} ended as ${row.state}: ${row.message}`)
      await pause(20)
    }
  }
  return figures
}

import { countyCode } from '@opendpf/demo-county'
import { bookOf } from '@opendpf/eligibility'
import { countPopulations, explain } from '@opendpf/eligibility/asking'
import type { Actor } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { systemActor, writeTransaction } from '@opendpf/server'
import { todayIn } from '@opendpf/standards'
import { sql } from 'kysely'
import type { BenchCounty } from './county.js'

const person = 'persons.person'
const clerk: Actor = {
  ...systemActor,
  id: 'bench-clerk',
  scope: { level: 'county', code: countyCode.slice(0, 6) },
}
const people = 50

/** Everybody held against every scheme in one query, and some people explained one after the other. Times in milliseconds. */
export async function measureEligibility({ deployment: { platform } }: BenchCounty): Promise<{
  readonly population: number
  readonly explain: { readonly p50: number; readonly p99: number }
}> {
  const date = todayIn(platform.clock)
  const within = <T>(work: (context: ModuleContext) => Promise<T>) =>
    writeTransaction(platform, { actor: clerk, locale: 'zh-CN' }, ({ context }) => work(context))

  const counted = await within(async (context) => {
    const schemes = [...bookOf(context.registry).schemes].flatMap(([name, { of }]) => (of === person ? [name] : []))
    const started = performance.now()
    await countPopulations(context, schemes, { date })
    return performance.now() - started
  })

  const taken: number[] = []
  const { rows } = await within(({ db }) =>
    sql<{ id: string }>`select id from persons_person order by md5(id) limit ${people}`.execute(db),
  )
  for (const { id } of rows) {
    const started = performance.now()
    await within((context) => explain(context, id, { date }))
    taken.push(performance.now() - started)
  }
  taken.sort((a, b) => a - b)
  return {
    population: counted,
    explain: {
      p50: taken[Math.floor(taken.length / 2)] ?? Number.NaN,
      p99: taken[Math.floor(taken.length * 0.99)] ?? Number.NaN,
    },
  }
}

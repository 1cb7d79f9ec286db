import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addDays } from '@opendpf/standards'
import { measureBulk, measureNight, measureWorkList, openCases } from './cases.js'
import { openCounty } from './county.js'
import { measureEligibility } from './eligibility.js'
import { floorQueries } from './floor-queries.js'
import type { LoadResult } from './load.js'
import { load } from './load.js'
import { measureExport, startImport } from './long-work.js'
import { describeMachine, showSpread } from './machine.js'
import { createNewcomers } from './newcomers.js'
import { sampleCounty } from './sample.js'
import { measureSearch } from './search.js'
import { end, signIn, startServed } from './served.js'
import { liveThroughYears } from './years.js'

const persons = Number(process.env['BENCH_PERSONS'] ?? 100_000)
const folder = resolve(process.env['BENCH_DATA'] ?? `data/bench-${persons}`)
const lines: string[] = []
const say = (line: string): void => {
  lines.push(line)
  console.log(line)
}
const row = (what: string, figure: string, more = ''): void => say(`| ${what} | ${figure} | ${more} |`)
const showLoad = ({ perSecond, p50, p99, failures }: LoadResult): [string, string] => [
  `${showSpread(perSecond)} / s`,
  `p50 ${p50} ms, p99 ${p99} ms${failures > 0 ? `, ${failures} failed` : ''}`,
]

say(
  `${persons.toLocaleString('en')} persons and certificates, ten earlier versions and ten services each, ${describeMachine()}, 16 connections, client on the same cores; medians with lowest and highest of 3 runs\n`,
)
say('| what | figure | |')
say('|---|---|---|')

const county = await openCounty(folder, persons)
if (county.imported)
  row(
    `import of ${county.imported.persons.toLocaleString('en')} persons with certificates, dry run and all checks`,
    `${county.imported.seconds.toFixed(1)} s`,
    `peak memory ${county.imported.peakMegabytes.toFixed(0)} MB`,
  )
await liveThroughYears(county.deployment, { history: persons * 10, services: persons * 10 })
const sample = await sampleCounty(county.deployment)
for (const { words, p50, p99 } of await measureSearch(county.deployment))
  row(`search “${words}”, on the server`, `p50 ${p50.toFixed(2)} ms`, `p99 ${p99.toFixed(2)} ms`)
const out = await measureExport(county)
row(
  `export of ${out.rows.toLocaleString('en')} persons to xlsx, ${out.megabytes.toFixed(1)} MB`,
  `${out.seconds.toFixed(1)} s`,
  `process grew by ${out.grownMegabytes.toFixed(0)} MB at most`,
)
await openCases(county, Math.ceil(persons / 20))
for (const { what, p50, p99 } of await measureWorkList(county))
  row(`${what}, on the server`, `p50 ${p50.toFixed(2)} ms`, `p99 ${p99.toFixed(2)} ms`)
const bulk = await measureBulk(county, Math.min(1000, persons / 100))
row(
  `one step for ${bulk.cases.toLocaleString('en')} cases, each with its audit entry`,
  `${bulk.done.toFixed(1)} s`,
  `the look at it before ${bulk.looked.toFixed(1)} s`,
)
for (const { job, seconds, grownMegabytes, result } of await measureNight(county))
  row(`night job ${job}`, `${seconds.toFixed(1)} s`, `grew by ${grownMegabytes.toFixed(0)} MB at most; ${result}`)
const eligibility = county.deployment.platform.servers.has('eligibility') ? await measureEligibility(county) : undefined
if (eligibility) {
  row('everybody held against every scheme, one query', `${(eligibility.population / 1000).toFixed(2)} s`)
  row(
    'one person explained, every scheme',
    `p50 ${eligibility.explain.p50.toFixed(1)} ms`,
    `p99 ${eligibility.explain.p99.toFixed(1)} ms`,
  )
}
const connection = county.deployment.database.connectionFor('owner')

const floor = fork(join(fileURLToPath(new URL('.', import.meta.url)), 'floor.js'), [], {
  env: { ...process.env, FLOOR: JSON.stringify({ connection, queries: floorQueries }) },
})
const floorAddress = await new Promise<string>((found) =>
  floor.once('message', (message) => found((message as { address: string }).address)),
)
row(
  'floor: one person',
  ...showLoad(
    await load(floorAddress, {}, (index) => ({ method: 'GET', path: `/one/${sample.ids[index % sample.ids.length]}` })),
  ),
)
row('floor: list of 25', ...showLoad(await load(floorAddress, {}, () => ({ method: 'GET', path: '/list' }))))
row(
  'floor: create of person, certificate and audit row',
  ...showLoad(
    await load(floorAddress, {}, () => ({
      method: 'POST',
      path: '/create',
      body: { id: `floor-${randomUUID().slice(0, 27)}` },
    })),
  ),
)
await end(floor)
await sample.forgetFloor()
const { password, username } = county
await county.close()

const served = await startServed(folder, 4888)
row('first answer after the start of the process', `${Math.round(served.firstAnswer)} ms`)
row('resident memory, idle', `${Math.round(served.memory())} MB`)
const newcomer = createNewcomers()
const session = await signIn(served.address, username, password)
row(
  'one person',
  ...showLoad(
    await load(served.address, session, (index) => ({
      method: 'GET',
      path: `/api/v1/persons/persons/${sample.ids[index % sample.ids.length]}`,
    })),
  ),
)
row(
  'certificate by number',
  ...showLoad(
    await load(served.address, session, (index) => ({
      method: 'POST',
      path: '/api/v1/certificates/certificates/query',
      body: { lookup: { field: 'number', value: sample.numbers[index % sample.numbers.length] } },
    })),
  ),
)
const day = (year: number, after: number) => addDays(`${year}-01-01`, after % 3_000)
row(
  'list of 25, three filters and an order',
  ...showLoad(
    // another list each time: of the same one the server would say again that it is long
    await load(served.address, session, (index) => ({
      method: 'GET',
      path: `/api/v1/persons/persons?sex=1&disabilityCategory=4&birthDate.from=${day(1940, index)}&birthDate.to=${day(2010, index)}&order=birthDate`,
    })),
  ),
)
row(
  'pages of one such list, whose length was counted once',
  ...showLoad(
    await load(served.address, session, (index) => ({
      method: 'GET',
      path: `/api/v1/persons/persons?sex=1&disabilityCategory=4&birthDate.from=1940-01-01&birthDate.to=2010-01-01&order=${index % 2 === 0 ? '' : '-'}birthDate`,
    })),
  ),
)
row(
  'create of a person, durable, with history, audit and grams',
  ...showLoad(
    await load(served.address, session, () => ({
      method: 'POST',
      path: '/api/v1/persons/persons',
      body: newcomer(),
    })),
  ),
)
const work = await startImport(served, session, Math.min(persons, 20_000))
row(
  'one person, beside the dry run of an import',
  ...showLoad(
    await load(served.address, session, (index) => ({
      method: 'GET',
      path: `/api/v1/persons/persons/${sample.ids[index % sample.ids.length]}`,
    })),
  ),
)
if ((await work.ended) !== 'planned') throw new Error('the import beside the reads failed')
row('resident memory after the load', `${Math.round(served.memory())} MB`)
await served.stop()
await writeFile(join(folder, 'figures.md'), `${lines.join('\n')}\n`)
console.log(`\n${join(folder, 'figures.md')}`)

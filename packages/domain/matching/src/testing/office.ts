import { eligibilityModule } from '@opendpf/eligibility'
import { eligibilityServer } from '@opendpf/eligibility/server'
import { figuresServer } from '@opendpf/figures/server'
import type { RowOf } from '@opendpf/kit'
import { persons, type StatusKind } from '@opendpf/persons'
import { personsServer } from '@opendpf/persons/server'
import { composeResidentId } from '@opendpf/standards'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { matching } from '../contract/index.js'
import { matchingServer } from '../server/index.js'

const { entry, difference } = matching.records
const root = '/api/v1/matching'
type Values = Readonly<Record<string, unknown>>
type Person = RowOf<typeof persons.records.person>

/** A row of a sheet. */
export interface SheetRow {
  readonly name: string
  readonly idNumber: string
  readonly since?: string
}

/** The ID number of the n-th of up to 20,000 made-up people. */
export function numberOf(position: number): string {
  const [year, sequence] = [1950 + Math.floor(position / 400), (position % 400) * 2 + 1]
  return composeResidentId({ addressCode: '990121', birthDate: `${year}-05-05`, sequence })
}

/** The county's office: it gets lists, imports them, has them compared, and decides. */
export async function openOffice() {
  const server: TestServer = await startTestServer({
    modules: [figuresServer, personsServer, eligibilityServer, matchingServer],
    hasWork: true,
  })
  const clerk = server.as({ id: 'clerk', name: '经办人甲' })
  const everywhere = { id: 'everywhere', at: 'all' }
  server.as(everywhere)

  const done = async (asked: ReturnType<typeof clerk>, expected: number) => {
    const { status, body } = await asked
    if (status !== expected) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  const run = async (job: string): Promise<void> => {
    const id = await server.work.jobs.queue({ job, input: {}, actor: server.actor(everywhere) })
    const { state, message } = await server.work.done(id)
    if (state !== 'done') throw new Error(`${job}: ${message}`)
  }
  const step = async (path: string, id: string, verb: string, values: Values = {}) => {
    const { version } = await done(clerk('GET', `${root}/${path}/${id}`), 200)
    return clerk('POST', `${root}/${path}/${id}/do/${verb}`, values, { 'if-match': `"${version}"` })
  }

  const sayings = async (path: string, only: 'problems' | 'warnings'): Promise<readonly string[]> => {
    const { rows } = await done(clerk('GET', `${path}/rows?only=${only}`), 200)
    return (rows as readonly Record<typeof only, readonly { message: string }[]>[]).flatMap((row) =>
      row[only].map(({ message }) => message),
    )
  }

  return {
    server,
    clerk,
    run,
    step,
    /** People of the village, by position. */
    addPersons: (positions: readonly number[], more: Values = {}): Promise<readonly Person[]> =>
      server.write(({ write }) =>
        write.createMany(
          persons.records.person,
          positions.map((position) => ({
            name: `示例${position}`,
            idNumber: numberOf(position),
            division: places.village,
            ...more,
          })),
        ),
      ),
    /** Statuses that the register has of people. */
    addStatuses: (people: readonly { readonly id: string }[], kind: StatusKind, since = '2025-01-01') =>
      server.write(({ write }) =>
        write.createMany(
          persons.records.status,
          people.map(({ id }) => ({ person: id, kind, since, source: 'declared' })),
        ),
      ),
    /** A list that receives. */
    async receive(values: Values = {}): Promise<string> {
      const { id } = await done(
        clerk('POST', `${root}/lists`, {
          title: '2026年5月低保名单',
          kind: 'matching.allowance',
          source: '县民政局',
          document: '民函〔2026〕5号',
          asOf: '2026-05-31',
          receivedOn: '2026-06-10',
          division: places.county,
          isWhole: true,
          ...values,
        }),
        201,
      )
      await done(step('lists', id, 'receive'), 200)
      return id
    },
    /** Imports a sheet into the list that receives, as far as it can be used, and answers what the dry run found. */
    async bring(rows: readonly SheetRow[], division: string = places.county) {
      const content = ['姓名,身份证号,日期', ...rows.map((row) => `${row.name},${row.idNumber},${row.since ?? ''}`)]
      const form = new FormData()
      form.set('kind', entry.ref)
      form.set('file', new File([content.join('\n')], '名单.csv'))
      const uploaded = await done(clerk('POST', '/api/v1/system/imports', form), 201)
      const sheets = uploaded.sheets.map(
        ({
          name,
          layout,
        }: {
          name: string
          layout: { headerRows: unknown; columns: { index: number; field?: string }[] }
        }) => ({
          name,
          headerRows: layout.headerRows,
          columns: Object.fromEntries(layout.columns.map(({ index, field }) => [index, field ?? null])),
        }),
      )
      const path = `/api/v1/system/imports/${uploaded.id}`
      const plan = { sheets, defaults: { division } }
      await server.work.done((await done(clerk('POST', `${path}/plan`, plan), 202)).job)
      const { fields } = await done(clerk('GET', path), 200)
      const [said, warned] = [await sayings(path, 'problems'), await sayings(path, 'warnings')]
      if (fields.creates > 0) {
        const { state, message } = await server.work.done(
          (await done(clerk('POST', `${path}/run`, { mode: 'valid-rows' }), 202)).job,
        )
        if (state !== 'done') throw new Error(message ?? state)
      }
      return {
        ...(fields as { readonly creates: number; readonly problems: number }),
        ...{ id: uploaded.id as string, said, warned },
      }
    },
    /** Compares a list whose rows are there, and answers it. */
    async compare(id: string) {
      await done(step('lists', id, 'compare'), 200)
      await run('matching.compare')
      return this.list(id)
    },
    list: async (id: string) => (await done(clerk('GET', `${root}/lists/${id}`), 200)).fields,
    entries: (of: string) => server.write(({ read }) => read.many(entry, { list: of }, { orderBy: 'name' })),
    differences: (of: string, more: Values = {}) =>
      server.write(({ read }) => read.many(difference, { list: of, ...more }, { orderBy: 'holderName' })),
    statuses: (person: string) => server.write(({ read }) => read.many(persons.records.status, { person })),
    /** What is known that somebody draws from others. */
    benefits: (person: string) => server.write(({ read }) => read.many(eligibilityModule.records.benefit, { person })),
    /** Registers a death of yesterday. */
    async bury(id: string): Promise<void> {
      await server.write(async ({ read, write }) => {
        const row = await read.one(persons.records.person, id)
        const values = { isDeceased: true, deathDate: '2026-06-14' }
        if (row) await write.update(persons.records.person, { id, version: row.version, values })
      })
    },
    person: (id: string) => server.write(({ read }) => read.one(persons.records.person, id)),
  }
}

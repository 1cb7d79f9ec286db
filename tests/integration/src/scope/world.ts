import { accessServer } from '@opendpf/access/server'
import { sampleRules, visitsServer } from '@opendpf/fixtures'
import { isWithinScope, type PlacedRecord, placeOf, type Scope } from '@opendpf/kit'
import { personsServer } from '@opendpf/persons/server'
import { createSampler, places, type Sample, startTestServer, type TestServer } from '@opendpf/testing'

/** A version of a row: where it lay, and from when to when. */
export interface Version {
  readonly ref: string
  readonly id: string
  readonly version: number
  readonly division: string
  readonly from: string
  readonly to: string | null
}

/** A server full of rows in two counties, some moved, some removed, some referring across, and the truth about where each lay. */
export interface World {
  readonly server: TestServer
  readonly records: readonly PlacedRecord[]
  readonly samples: readonly Sample[]
  readonly versions: readonly Version[]
  /** Instants between the changes. */
  readonly instants: readonly string[]
  /** Whether the row lies within a scope, now or as it was known. */
  isVisible(scope: Scope, row: { readonly id: string; readonly version?: number; readonly asOf?: string }): boolean
  stop(): Promise<void>
}

const villages = [
  places.village,
  places.otherVillage,
  places.streetVillage,
  '990121001002',
  places.neighbourVillage,
] as const
const refs = [
  'visits.household',
  'visits.visit',
  'persons.person',
  'persons.household',
  'persons.member',
  'access.user',
] as const

/** Fills a world. Two runs make the same one. */
export async function makeWorld(): Promise<World> {
  const server = await startTestServer({ modules: [visitsServer, personsServer, accessServer] })
  const records = refs.map((ref) => server.platform.registry.record(ref))
  const sampler = createSampler({ server, module: 'visits', rules: sampleRules })
  const all = server.as({ id: 'world', at: 'all' })
  const instants: string[] = []
  const pass = (): void => {
    server.clock.advance(60_000)
    instants.push(server.clock.now().toISOString())
    server.clock.advance(60_000)
  }
  const samples: Sample[] = []
  for (const division of villages) {
    for (const record of records)
      for (let round = 0; round < 2; round += 1) samples.push(await sampler.make(record, { division }))
    pass()
  }
  // a member of a household here who is registered elsewhere
  const member = server.platform.registry.record('persons.member')
  for (const [here, there] of [
    [places.village, places.neighbourVillage],
    [places.neighbourVillage, places.streetVillage],
  ] as const) {
    const person = await sampler.make(server.platform.registry.record('persons.person'), { division: there })
    samples.push(person, await sampler.make(member, { division: here, values: { person: person.id } }))
  }
  pass()
  const households = samples.filter(({ record }) => record.ref === 'visits.household')
  const moves = [places.neighbourVillage, places.streetVillage, places.village, places.otherVillage] as const
  for (const [index, { id }] of households.slice(0, moves.length).entries()) {
    await all('PATCH', `/api/v1/visits/households/${id}`, { division: moves[index] }, { 'if-match': '"1"' })
    pass()
  }
  for (const { id } of households.slice(4, 7)) {
    await all('POST', `/api/v1/visits/households/${id}/remove`, {}, { 'if-match': '"1"' })
    pass()
  }
  const versions = await readVersions(server, records)
  const byId = Map.groupBy(versions, ({ id }) => id)
  return {
    server,
    records,
    samples,
    versions,
    instants,
    isVisible(scope, { id, version, asOf }) {
      const found = byId
        .get(id)
        ?.find((one) =>
          version !== undefined
            ? one.version === version
            : asOf !== undefined
              ? one.from <= asOf && (one.to === null || one.to > asOf)
              : one.to === null,
        )
      return found !== undefined && isWithinScope(scope, placeOf(found.division))
    },
    stop: () => server.stop(),
  }
}

async function readVersions({ platform }: TestServer, records: readonly PlacedRecord[]): Promise<readonly Version[]> {
  const versions: Version[] = []
  await platform.pool.use({ level: 'all' }, async (session) => {
    for (const { ref, table } of records) {
      const rows = await session.query<Omit<Version, 'ref'> & Record<string, unknown>>({
        text: `select id, version, division, recorded_at as from, null::timestamptz as to from ${table} union all select id, version, division, recorded_at, superseded_at from ${table}_history`,
        values: [],
      })
      versions.push(...rows.map((row) => ({ ...row, ref })))
    }
  })
  return versions
}

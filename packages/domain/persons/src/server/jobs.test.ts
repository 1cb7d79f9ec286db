import type { JobContext } from '@opendpf/kit/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { persons } from '../contract/index.js'
import { add, addPerson, idNumber } from '../testing/people.js'
import { findDuplicatesJob, refreshHouseholdsJob } from './jobs.js'
import { personsServer } from './persons-server.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer] })
})
afterAll(() => server.stop())

/** What a worker hands to a job. */
const runsAs = (steps: [number, number][]): Promise<JobContext> =>
  server.write(async ({ write: _, db: __, ...context }) => ({
    ...context,
    id: 'job',
    signal: new AbortController().signal,
    progress: async (done, total) => void steps.push([done, total]),
    transaction: (work) => server.write(work),
    snapshot: (work) => server.snapshot(work),
    read: { ...context.read, count: async () => 2 },
  }))

describe('jobs of the register', () => {
  it('find pairs across towns that nobody there could see, and clear what holds no more', async () => {
    const here = await addPerson(server.as({ at: places.town }), {
      name: '夏跨镇',
      idNumber: idNumber('1961-01-01', 11),
    })
    await addPerson(server.as({ at: places.otherTown }), {
      name: '夏跨镇',
      idNumber: idNumber('1961-01-01', 13),
      division: places.streetVillage,
    })
    const call = server.as()
    expect((await call('GET', '/api/v1/persons/duplicates')).body.rows).toEqual([])
    const steps: [number, number][] = []
    expect(await findDuplicatesJob.run({}, await runsAs(steps))).toEqual({ persons: 2 })
    expect((await call('GET', '/api/v1/persons/duplicates')).body.rows).toHaveLength(1)
    expect(steps).toEqual([[2, 2]])
    await call('PATCH', `/api/v1/persons/persons/${here.id}`, { name: '夏改名后' }, { 'if-match': '"1"' })
    await findDuplicatesJob.run({}, await runsAs([]))
    expect((await call('GET', '/api/v1/persons/duplicates')).body.rows).toEqual([])
  })

  it('make marks anew that the days have changed', async () => {
    const call = server.as()
    const child = await addPerson(call, { name: '祝残孩', birthDate: '1995-01-01' })
    const parent = await addPerson(call, { name: '祝老人', birthDate: '1966-06-20' })
    const { id } = await add(call, 'households', { headName: '待定', division: places.village })
    await add(call, 'members', { household: id, person: parent.id, relation: '01', since: '2000-01-01' })
    await add(call, 'members', { household: id, person: child.id, relation: '20', since: '2000-01-01' })
    await server.write(({ write }) =>
      write.update(persons.records.person, {
        id: child.id,
        version: 1,
        values: { isCertified: true, disabilityGrade: '2' },
      }),
    )
    const aged = async () => (await call('GET', `/api/v1/persons/households/${id}`)).body.fields.isAgedCaring
    expect(await aged()).toBe(false)
    server.clock.advance(6 * 86_400_000)
    await refreshHouseholdsJob.run({}, await runsAs([]))
    expect(await aged()).toBe(true)
  })
})

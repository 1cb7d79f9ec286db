import { accessServer, createUser } from '@opendpf/access/server'
import type { ModuleServer } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { personsServer } from '@opendpf/persons/server'
import { systemActor } from '@opendpf/server'
import { composeResidentId } from '@opendpf/standards'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { notifications } from '../contract/index.js'
import { notificationsServer } from '../server/index.js'
import { rounds, roundsServer } from './rounds.js'

const { message } = notifications.records
let sequence = 0

/** A county with a line that visits people, and two clerks. */
export async function openCounty() {
  const modules = [personsServer, accessServer as unknown as ModuleServer, notificationsServer, roundsServer]
  const server = await startTestServer({ modules, hasWork: true })
  const clerks = await server.write(async (context) => {
    const make = async (username: string, division: string, role: 'town-clerk' | 'county-clerk') =>
      (await createUser(context, { username, name: username, division, roles: [role] })).id
    return {
      town: await make('town', places.town, 'town-clerk'),
      county: await make('county', places.county, 'county-clerk'),
      other: await make('other', places.otherTown, 'town-clerk'),
    }
  })
  return Object.assign(tools(server), { server, clerks })
}

function idNumberOf(birthDate: string): string {
  sequence += 1
  return composeResidentId({ addressCode: '990121', birthDate, sequence: sequence % 1000 })
}

function tools(server: TestServer) {
  const call = server.as()
  return {
    /** A person of the village, born in 1980 unless told otherwise. */
    async addPerson(more: Readonly<Record<string, unknown>> = {}, birthDate = '1980-05-05'): Promise<string> {
      const values = {
        name: '示例人',
        idNumber: idNumberOf(birthDate),
        division: places.village,
        phone: '13900001111',
        ...more,
      }
      return (await server.write(({ write }) => write.create(persons.records.person, values))).id
    },
    /** Visits of as many people, each with a number of his own. */
    async addVisits(count: number): Promise<readonly { id: string; version: number }[]> {
      const people = Array.from({ length: count }, () => {
        sequence += 1
        const phone = `139${String(sequence).padStart(8, '0')}`
        return { name: '示例人', division: places.village, phone, idNumber: idNumberOf('1980-05-05') }
      })
      return server.write(async ({ write }) => {
        const rows = await write.createMany(persons.records.person, people)
        const visits = rows.map(({ id }) => ({ person: id, dueOn: '2026-06-15' }))
        return write.createMany(rounds.records.visit, visits)
      })
    },
    async addVisit(person: string, dueOn = '2026-06-15'): Promise<{ id: string; version: number }> {
      return server.write(({ write }) => write.create(rounds.records.visit, { person, dueOn }))
    },
    /** Takes a step of visits, and tells who listens. */
    async step(visits: readonly { id: string; version: number }[], verb: string): Promise<void> {
      const steps = visits.map(({ id, version }) => ({ id, version, values: {} }))
      await server.write(({ write }) => write.transitionMany(rounds.records.visit, verb, steps))
      await server.deliver()
    },
    async run(job: string): Promise<void> {
      const id = await server.work.jobs.queue({ job: `notifications.${job}`, input: {}, actor: systemActor })
      const { state, message: why } = await server.work.done(id)
      if (state !== 'done') throw new Error(`${job}: ${why}`)
    },
    messages: (where: Readonly<Record<string, unknown>> = {}) => find(server, where),
    call,
  }
}

function find(server: TestServer, where: Readonly<Record<string, unknown>>) {
  return server.write(({ read }) => read.many(message, where, { orderBy: 'queuedAt' }))
}

import { figuresServer } from '@opendpf/figures/server'
import type { PlacedRecord } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { organisationsServer } from '@opendpf/organisations/server'
import { persons } from '@opendpf/persons'
import { personsServer } from '@opendpf/persons/server'
import { composeResidentId } from '@opendpf/standards'
import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { activities } from '../contract/index.js'
import { activitiesServer } from '../server/index.js'

type Values = Readonly<Record<string, unknown>>
const { activity, session, registration, attendance } = activities.records

/** A county that holds activities, on a clock that can be put on. */
export async function openDesk(now: string) {
  const server: TestServer = await startTestServer({
    modules: [personsServer, organisationsServer, figuresServer, activitiesServer],
    now,
    hasWork: true,
  })
  const clerk = server.as({ id: 'clerk', name: '经办人甲' })
  const path = (record: PlacedRecord) => `/api/v1${pathOf(record)}`
  const expectDone = async (asked: ReturnType<Call>) => {
    const { status, body } = await asked
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  let people = 0

  return {
    server,
    clerk,
    expectDone,
    add: (record: PlacedRecord, values: Values, call: Call = clerk) => call('POST', path(record), values),
    async make(record: PlacedRecord, values: Values): Promise<string> {
      return (await expectDone(clerk('POST', path(record), values))).id
    },
    read: async (record: PlacedRecord, id: string) => (await clerk('GET', `${path(record)}/${id}`)).body.fields,
    rows: async (record: PlacedRecord, query: string) =>
      (await clerk('GET', `${path(record)}?${query}`)).body.rows as readonly { id: string; fields: Values }[],
    async change(record: PlacedRecord, id: string, values: Values) {
      const { body } = await clerk('GET', `${path(record)}/${id}`)
      return clerk('PATCH', `${path(record)}/${id}`, values, { 'if-match': `"${body.version}"` })
    },
    async remove(record: PlacedRecord, id: string) {
      const { body } = await clerk('GET', `${path(record)}/${id}`)
      return clerk('POST', `${path(record)}/${id}/remove`, { reason: '填错' }, { 'if-match': `"${body.version}"` })
    },
    async step(record: PlacedRecord, id: string, verb: string, values: Values = {}) {
      const { body } = await clerk('GET', `${path(record)}/${id}`)
      return clerk('POST', `${path(record)}/${id}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
    },
    /** Somebody of the register, with the number that finds him. */
    async person(division: string = places.village) {
      people += 1
      const idNumber = composeResidentId({
        addressCode: '990121',
        birthDate: '1970-01-01',
        sequence: people,
      })
      const name = `王${String.fromCharCode(0x4e00 + people)}明`
      const id = await this.make(persons.records.person, { name, idNumber, division })
      return { id, idNumber, name }
    },
    hold(values: Values = {}): Promise<string> {
      return this.make(activity, { ...outing, ...values })
    },
    /** An activity that runs today, with a session. */
    async running(values: Values = {}) {
      const id = await this.hold(values)
      await expectDone(this.step(activity, id, 'start'))
      return { id, session: await this.make(session, { activity: id, heldOn: outing.fromDay }) }
    },
    register: (of: string, values: Values) =>
      clerk('POST', path(registration), { activity: of, part: 'participant', ...values }),
    attend: (of: string, values: Values) =>
      clerk('POST', path(attendance), { session: of, part: 'participant', manner: 'form', ...values }),
    signIn: (of: string, numbers: readonly string[], call: Call = clerk) =>
      call('POST', '/api/v1/activities/sign-ins', { session: of, numbers }),
    /** The figures of the year, as the engine of figures tells them. */
    async told() {
      const names = ['sessions', 'participants', 'personTimes'] as const
      const period = { from: '2026-01-01', to: '2026-12-31' }
      const asked = names.map((name) => ({ indicator: `activities.${name}`, ...period }))
      const { figures: found } = await expectDone(clerk('POST', '/api/v1/figures/query', { figures: asked }))
      const [sessions, distinct, personTimes] = found.map(({ value }: { value: number }) => value)
      return { sessions, persons: distinct, personTimes }
    },
    async figures(id: string) {
      const { sessions, persons: distinct, personTimes } = await this.read(activity, id)
      return { sessions, persons: distinct, personTimes }
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

const outing = {
  title: '助残日宣传活动',
  kind: 'activities.publicity',
  topic: '科技助残，共享美好生活',
  occasion: 'helping-day',
  place: '县文化广场',
  division: places.county,
  fromDay: '2026-05-17',
  untilDay: '2026-05-18',
}

import { eligibilityServer } from '@opendpf/eligibility/server'
import { figuresServer } from '@opendpf/figures/server'
import { fundsServer } from '@opendpf/funds/server'
import type { PlacedRecord } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { notices } from '@opendpf/notices'
import { noticesServer } from '@opendpf/notices/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { paymentsServer } from '@opendpf/payments/server'
import { persons } from '@opendpf/persons'
import { personsServer } from '@opendpf/persons/server'
import { composeResidentId } from '@opendpf/standards'
import { type Call, places, samplePicture, startTestServer, type TestServer } from '@opendpf/testing'
import { programmes } from '../contract/index.js'
import { programmesServer } from '../server/index.js'
import { grantsServer } from './grants.js'

type Values = Readonly<Record<string, unknown>>
const { offer, application, enrolment, cycle, member, difference, entitlement } = programmes.records
const day = 86_400_000

/** A county that grants, on a clock that can be put on, with the people of its office. */
export async function openDesk(now: string) {
  const server: TestServer = await startTestServer({
    modules: [
      personsServer,
      organisationsServer,
      noticesServer,
      fundsServer,
      eligibilityServer,
      figuresServer,
      paymentsServer,
      programmesServer,
      grantsServer,
    ],
    now,
    hasWork: true,
  })
  const office = {
    clerk: server.as({ id: 'clerk', name: '经办人甲' }),
    reviewer: server.as({ id: 'reviewer', name: '审核人乙' }),
    approver: server.as({ id: 'approver', name: '审批人丙' }),
    second: server.as({ id: 'second', name: '审批人丁' }),
  }
  const { clerk } = office
  const path = (record: PlacedRecord) => `/api/v1${pathOf(record)}`
  const done = async (asked: ReturnType<Call>) => {
    const { status, body } = await asked
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  const today = () => new Date(server.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const step = async (record: PlacedRecord, id: string, verb: string, values: Values = {}, call: Call = clerk) => {
    const { body } = await clerk('GET', `${path(record)}/${id}`)
    return call('POST', `${path(record)}/${id}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
  }
  let people = 0

  return {
    server,
    ...office,
    today,
    done,
    step,
    /** Takes a step that must succeed, and answers the state. */
    async take(
      record: PlacedRecord,
      id: string,
      verb: string,
      values: Values = {},
      call: Call = clerk,
    ): Promise<string> {
      return (await done(step(record, id, verb, values, call))).fields.state
    },
    /** Why a step is refused; undefined when it was taken. */
    async refusal(record: PlacedRecord, id: string, verb: string, values: Values = {}, call: Call = clerk) {
      const { status, body } = await step(record, id, verb, values, call)
      return status === 200 ? undefined : ((body.errors?.[0]?.code ?? body.code) as string)
    },
    async make(record: PlacedRecord, values: Values, call: Call = clerk): Promise<string> {
      return (await done(call('POST', path(record), values))).id
    },
    add: (record: PlacedRecord, values: Values, call: Call = clerk) => call('POST', path(record), values),
    read: async (record: PlacedRecord, id: string, call: Call = clerk) =>
      (await call('GET', `${path(record)}/${id}`)).body.fields,
    rows: async (record: PlacedRecord, query: string, call: Call = clerk) =>
      (await call('GET', `${path(record)}?${query}`)).body.rows as readonly { id: string; fields: Values }[],
    async change(record: PlacedRecord, id: string, values: Values, call: Call = clerk) {
      const { body } = await clerk('GET', `${path(record)}/${id}`)
      return call('PATCH', `${path(record)}/${id}`, values, { 'if-match': `"${body.version}"` })
    },
    /** Switches a programme on for the year. */
    async offer(programme: string, values: Values = {}): Promise<string> {
      const id = await this.make(offer, { programme, year: 2026, region: places.county, ...values })
      await this.take(offer, id, 'open')
      return id
    },
    /** Somebody of the register, with the low allowance unless told otherwise. */
    async person(more: { readonly division?: string; readonly birthDate?: string; readonly isPoor?: boolean } = {}) {
      people += 1
      const { division = places.village, birthDate = '1970-01-01', isPoor = true } = more
      const idNumber = composeResidentId({ addressCode: '990121', birthDate, sequence: people })
      const name = `王${String.fromCharCode(0x4e00 + people)}明`
      const id = await this.make(persons.records.person, { name, idNumber, division })
      if (isPoor)
        await this.make(persons.records.status, {
          person: id,
          kind: 'allowance',
          since: '2024-01-01',
          source: 'civil-affairs',
        })
      return id
    },
    async apply(programme: string, person: string, values: Values = {}): Promise<string> {
      const id = await this.make(application, {
        programme,
        person,
        applicant: 'self',
        channel: 'counter',
        ...values,
      })
      await this.take(application, id, 'submit')
      return id
    },
    /** A picture of a visit, uploaded. */
    async picture(): Promise<unknown> {
      return [await done(clerk('POST', `${path(application)}/attachments/surveyPhotos`, samplePicture()))]
    },
    async state(id: string): Promise<string> {
      return (await this.read(application, id)).state
    },
    /** Lets days pass, and then a night with everything that it does. */
    async pass(days: number): Promise<void> {
      server.clock.advance(days * day)
      for (const job of ['system.runClocks', 'notices.close']) await this.run(job)
      await server.deliver()
    },
    async run(job: string, input: unknown = {}): Promise<void> {
      server.as({ id: 'everywhere', at: 'all' })
      const actor = server.actor({ id: 'everywhere', at: 'all' })
      const { state, message } = await server.work.done(await server.work.jobs.queue({ job, input, actor }))
      if (state !== 'done') throw new Error(`${job} ended as ${state}: ${message}`)
    },
    /** Publishes the notice on which an application stands. */
    async publish(id: string): Promise<void> {
      const { line, notice } = notices.records
      const found = await server.write(async ({ read }) => (await read.many(line, { subject: id })).at(-1))
      if (!found) throw new Error('the application was not posted')
      await this.take(notice, found.notice, 'publish', { place: '村务公开栏', objectionPhone: '0900-1234' })
      await server.deliver()
    },
    /** Somebody who receives since a month, as if it had been decided long ago. */
    async enrol(programme: string, person: string, fromMonth: string, values: Values = {}): Promise<string> {
      return server.write(async ({ read, write }) => {
        const row = await read.one(persons.records.person, person)
        const { id } = await write.create(enrolment, {
          programme,
          person,
          subject: person,
          scheme: 'grants.allowance',
          division: row?.division,
          fromMonth,
          ...values,
        })
        return id
      })
    },
    /** A cycle of the county, computed. */
    async computed(programme: string, month: string): Promise<string> {
      const id = await this.make(cycle, { programme, month, division: places.county })
      await this.take(cycle, id, 'compute')
      await this.run('programmes.runCycles')
      return id
    },
    /** A computed cycle without open differences, checked, approved by two and frozen. */
    async freeze(id: string): Promise<void> {
      await this.take(cycle, id, 'check')
      await this.take(cycle, id, 'approve', {}, office.approver)
      await this.take(cycle, id, 'confirm', {}, office.second)
      await this.run('programmes.runCycles')
    },
    /** What a cycle has of each enrolment. */
    membersOf: (id: string) => server.write(({ read }) => read.many(member, { cycle: id })),
    differencesOf: (id: string) => server.write(({ read }) => read.many(difference, { cycle: id })),
    granted: (enrolled: string) =>
      server.write(async ({ read }) => {
        const rows = await read.many(entitlement, { enrolment: enrolled })
        return Object.fromEntries(rows.map(({ period, amount }) => [period, amount]))
      }),
    /** From the counter to the approval of a programme with no stage of its own but the review. */
    async grant(programme: string, person: string, values: Values = {}): Promise<string> {
      const id = await this.apply(programme, person, values)
      await this.take(application, id, 'accept')
      await this.take(application, id, 'passReview', {}, office.reviewer)
      return id
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

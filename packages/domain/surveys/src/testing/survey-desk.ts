import { figuresServer } from '@opendpf/figures/server'
import type { PlacedRecord } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { persons } from '@opendpf/persons'
import { personsServer } from '@opendpf/persons/server'
import { composeResidentId } from '@opendpf/standards'
import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import type { Answers, Form } from '../contract/index.js'
import { surveys } from '../contract/index.js'
import { surveysServer } from '../server/index.js'
import { shortForm } from './short-form.js'

type Values = Readonly<Record<string, unknown>>
const { questionnaire, campaign, interview } = surveys.records
/** Answers with which a record of the short questionnaire is complete. */
export const fullAnswers: Answers = { employed: 'yes', needs: ['1'] }

/** A county that surveys, on a clock that can be put on. */
export async function openDesk(now = '2026-07-02T02:00:00Z') {
  const server: TestServer = await startTestServer({
    modules: [personsServer, figuresServer, surveysServer],
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
  const desk = {
    server,
    clerk,
    expectDone,
    add: (record: PlacedRecord, values: Values, call: Call = clerk) => call('POST', path(record), values),
    async make(record: PlacedRecord, values: Values): Promise<string> {
      return (await expectDone(clerk('POST', path(record), values))).id
    },
    read: async (record: PlacedRecord, id: string, call: Call = clerk) =>
      (await expectDone(call('GET', `${path(record)}/${id}`))).fields,
    rows: async (record: PlacedRecord, query: string, call: Call = clerk) =>
      (await expectDone(call('GET', `${path(record)}?${query}`))).rows as readonly { id: string; fields: Values }[],
    async change(record: PlacedRecord, id: string, values: Values, call: Call = clerk) {
      const { body } = await call('GET', `${path(record)}/${id}`)
      return call('PATCH', `${path(record)}/${id}`, values, { 'if-match': `"${body.version}"` })
    },
    async step(record: PlacedRecord, id: string, verb: string, values: Values = {}, call: Call = clerk) {
      const { body } = await call('GET', `${path(record)}/${id}`)
      return call('POST', `${path(record)}/${id}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
    },
    /** Somebody of the register with a certificate, or without. */
    async person(values: Values = {}, birthDate = '1980-01-01'): Promise<string> {
      people += 1
      const idNumber = composeResidentId({ addressCode: '990121', birthDate, sequence: people })
      const name = `王${String.fromCharCode(0x4e00 + people)}明`
      const { isCertified = true, ...rest } = values
      const id = await desk.make(persons.records.person, { name, idNumber, division: places.village, ...rest })
      if (isCertified)
        await server.write(async ({ read, write }) => {
          const row = await read.one(persons.records.person, id)
          if (row)
            await write.update(persons.records.person, { id, version: row.version, values: { isCertified: true } })
        })
      return id
    },
    async published(content: Form = shortForm): Promise<string> {
      const id = await desk.make(questionnaire, { title: '状况调查表', year: 2026, division: places.county, content })
      await expectDone(desk.step(questionnaire, id, 'publish'))
      return id
    },
    async planned(values: Values = {}): Promise<string> {
      return desk.make(campaign, {
        title: '2026年度调查',
        year: 2026,
        division: places.county,
        questionnaire: values.questionnaire ?? (await desk.published()),
        fromDay: '2026-07-02',
        untilDay: '2026-08-31',
        covers: 'certified',
        unit: 'person',
        ...values,
      })
    },
    /** A campaign whose list is drawn. */
    async opened(values: Values = {}): Promise<string> {
      const id = await desk.planned(values)
      await expectDone(desk.step(campaign, id, 'open'))
      await server.deliver()
      return id
    },
    /** The record of a person in a campaign. */
    async interviewOf(of: string, person: string): Promise<string> {
      const [row] = await desk.rows(interview, `campaign=${of}&person=${person}`)
      if (!row) throw new Error(`${person} is not on the list`)
      return row.id
    },
    collecting: (id: string, call: Call = clerk) => call('GET', `${path(interview)}/${id}/collecting`),
    /** Sends what was collected, on top of what is there. */
    async collect(id: string, values: Values, call: Call = clerk) {
      const { body } = await desk.collecting(id)
      return call('POST', `${path(interview)}/${id}/collecting`, {
        version: body.version,
        answers: body.answers,
        unconfirmed: body.unconfirmed,
        ...values,
      })
    },
    /** A record that is collected and finished. */
    async finished(id: string, answers: Answers = fullAnswers, call: Call = clerk): Promise<void> {
      const met = { contact: 'visit', visitedOn: '2026-07-02', consent: 'spoken' }
      await expectDone(desk.collect(id, { answers, unconfirmed: [], ...met }, call))
      await expectDone(desk.step(interview, id, 'finish', {}, call))
    },
  }
  return desk
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

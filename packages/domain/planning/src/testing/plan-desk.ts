import { figuresServer } from '@opendpf/figures/server'
import type { PlacedRecord } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { organisations } from '@opendpf/organisations'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { planning } from '../contract/index.js'
import { planningServer } from '../server/index.js'
import { lessonsServer } from './lessons.js'

type Values = Readonly<Record<string, unknown>>
const { plan, item, split, result } = planning.records

/** A county in which plans are written, adopted and carried out, on a clock that can be put on. */
export async function openDesk(now: string) {
  const server: TestServer = await startTestServer({
    modules: [personsServer, organisationsServer, figuresServer, lessonsServer, planningServer],
    now,
  })
  const clerk = server.as({ id: 'clerk', name: '经办人甲' })
  const approver = server.as({ id: 'approver', name: '审批人乙' })
  const town = server.as({ id: 'town', name: '乡镇丙', at: places.town })
  const path = (record: PlacedRecord) => `/api/v1${pathOf(record)}`
  const expectDone = async (asked: ReturnType<Call>) => {
    const { status, body } = await asked
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  let numbers = 0

  return {
    server,
    clerk,
    approver,
    town,
    expectDone,
    add: (record: PlacedRecord, values: Values, call: Call = clerk) => call('POST', path(record), values),
    async make(record: PlacedRecord, values: Values, call: Call = clerk): Promise<string> {
      return (await expectDone(call('POST', path(record), values))).id
    },
    read: async (record: PlacedRecord, id: string) => (await clerk('GET', `${path(record)}/${id}`)).body.fields,
    async change(record: PlacedRecord, id: string, values: Values, call: Call = clerk) {
      const { body } = await call('GET', `${path(record)}/${id}`)
      return call('PATCH', `${path(record)}/${id}`, values, { 'if-match': `"${body.version}"` })
    },
    async remove(record: PlacedRecord, id: string) {
      const { body } = await clerk('GET', `${path(record)}/${id}`)
      return clerk('POST', `${path(record)}/${id}/remove`, { reason: '填错' }, { 'if-match': `"${body.version}"` })
    },
    async step(record: PlacedRecord, id: string, verb: string, values: Values = {}, call: Call = clerk) {
      const { body } = await call('GET', `${path(record)}/${id}`)
      return call('POST', `${path(record)}/${id}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
    },
    makePlan(values: Values = {}): Promise<string> {
      return this.make(plan, { ...annual, ...values })
    },
    makeItem(of: string, values: Values = {}, call: Call = clerk): Promise<string> {
      numbers += 1
      return this.make(item, { ...training, plan: of, number: `${numbers}`, position: numbers, ...values }, call)
    },
    makeSplit(of: string, division: string, value: number): Promise<string> {
      return this.make(split, { item: of, division, target: { kind: 'at-least', value } })
    },
    makeOrganisation(name: string): Promise<string> {
      return this.make(organisations.records.organisation, {
        name,
        type: 'service-centre',
        division: places.county,
      })
    },
    report(values: Values, call: Call = clerk) {
      return this.add(result, { asOf: '2026-06-30', division: places.county, ...values }, call)
    },
    /** Submits a plan and lets somebody else adopt it. */
    async adopt(id: string): Promise<void> {
      await expectDone(this.step(plan, id, 'submit'))
      await expectDone(this.step(plan, id, 'adopt', { document: '示残联〔2026〕1号' }, approver))
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

const annual = {
  title: '示范县2026年残疾人工作计划',
  kind: 'annual',
  division: places.county,
  firstYear: 2026,
  lastYear: 2026,
}
const training = {
  title: '残疾人职业技能培训',
  line: 'employment',
  source: 'own',
  unit: 'person',
  owner: '就业股',
  target: { kind: 'at-least', value: 300 },
  dueOn: '2026-12-31',
}

import { activitiesServer } from '@opendpf/activities/server'
import { certificatesServer } from '@opendpf/certificates/server'
import { eligibilityServer } from '@opendpf/eligibility/server'
import { readFigures } from '@opendpf/figures/reading'
import { figuresServer } from '@opendpf/figures/server'
import { fundsServer } from '@opendpf/funds/server'
import { type PlacedRecord, pathOf } from '@opendpf/kit'
import { noticesServer } from '@opendpf/notices/server'
import { organisations } from '@opendpf/organisations'
import { organisationsServer } from '@opendpf/organisations/server'
import { paymentsServer } from '@opendpf/payments/server'
import { persons } from '@opendpf/persons'
import { personsServer } from '@opendpf/persons/server'
import { programmesServer } from '@opendpf/programmes/server'
import { composeResidentId } from '@opendpf/standards'
import { type Call, places, startTestServer } from '@opendpf/testing'
import { rehab } from '../contract/index.js'
import { rehabServer } from '../server/index.js'

type Values = Readonly<Record<string, unknown>>
const { file, assessment, plan, planItem, service, cataract, device, store, stock, movement, fitting } = rehab.records

/** The day of the tests. */
const today = '2026-06-15'
/** The year that figures are asked for. */
const year = { from: '2026-01-01', to: '2026-12-31', division: places.county }

/** What the line is composed with. */
const rehabModules = [
  personsServer,
  organisationsServer,
  noticesServer,
  figuresServer,
  fundsServer,
  certificatesServer,
  eligibilityServer,
  paymentsServer,
  programmesServer,
  activitiesServer,
  rehabServer,
]

/** A county that rehabilitates, with what tests do again and again. */
export async function openRehabDesk() {
  const server = await startTestServer({
    modules: rehabModules,
    now: `${today}T02:00:00Z`,
    hasWork: true,
  })
  const clerk = server.as({ id: 'clerk', name: '经办人甲' })
  const path = (record: PlacedRecord) => `/api/v1${pathOf(record)}`
  const expectDone = async (asked: ReturnType<Call>) => {
    const { status, body } = await asked
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  const versioned = async (
    record: PlacedRecord,
    id: string,
    ask: (path: string, headers: Readonly<Record<string, string>>) => ReturnType<Call>,
  ) => {
    const at = `${path(record)}/${id}`
    const { body } = await clerk('GET', at)
    return ask(at, { 'if-match': `"${body.version}"` })
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
    read: async (record: PlacedRecord, id: string) => (await clerk('GET', `${path(record)}/${id}`)).body.fields,
    rows: async (record: PlacedRecord, query: string) =>
      (await clerk('GET', `${path(record)}?${query}`)).body.rows as readonly { id: string; fields: Values }[],
    change: (record: PlacedRecord, id: string, values: Values) =>
      versioned(record, id, (at, headers) => clerk('PATCH', at, values, headers)),
    step: (record: PlacedRecord, id: string, verb: string, values: Values = {}, call: Call = clerk) =>
      versioned(record, id, (at, headers) => call('POST', `${at}/do/${verb}`, values, headers)),
    /** A sheet with one row, brought in by the wizard of imports: the problems that it names, or none and the row is there. */
    async bring(record: PlacedRecord, row: Readonly<Record<string, string>>): Promise<readonly string[]> {
      const form = new FormData()
      form.set('kind', record.ref)
      form.set('file', new File([`${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`], '名单.csv'))
      const { id, sheets } = await expectDone(clerk('POST', '/api/v1/system/imports', form))
      const planned = (sheets as readonly UploadedSheet[]).map(({ name, layout }) => ({
        name,
        headerRows: layout.headerRows,
        columns: Object.fromEntries(layout.columns.map(({ index, field }) => [index, field ?? null])),
      }))
      const at = `/api/v1/system/imports/${id}`
      await server.work.done((await expectDone(clerk('POST', `${at}/plan`, { sheets: planned, defaults: {} }))).job)
      const { rows } = await expectDone(clerk('GET', `${at}/rows?only=problems`))
      const problems = (rows as readonly { problems: readonly { code: string }[] }[]).flatMap((one) => one.problems)
      if (problems.length === 0)
        await server.work.done((await expectDone(clerk('POST', `${at}/run`, { mode: 'valid-rows' }))).job)
      return problems.map(({ code }) => code)
    },
    /** Somebody of the register, with what the register knows of his disability. */
    async person({
      division = places.village,
      birthDate = '1970-01-01',
      category,
      grade = '2',
    }: {
      readonly division?: string
      readonly birthDate?: string
      readonly category?: string
      readonly grade?: string
    } = {}): Promise<string> {
      people += 1
      const idNumber = composeResidentId({ addressCode: '990121', birthDate, sequence: people })
      const name = `李${String.fromCharCode(0x4e00 + 30 * people)}`
      const id = await desk.make(persons.records.person, { name, idNumber, division })
      if (category !== undefined)
        await server.write(async ({ read, write }) => {
          const row = await read.one(persons.records.person, id)
          await write.update(persons.records.person, {
            id,
            version: row?.version ?? 0,
            values: { isCertified: true, disabilityCategory: category, disabilityGrade: grade },
          })
        })
      return id
    },
    need: (person: string, values: Values = {}) =>
      desk.make(persons.records.need, {
        person,
        kind: 'rehabilitation',
        level: 'ordinary',
        raisedOn: '2026-01-10',
        ...values,
      }),
    organisation: (name: string, type: string, division: string = places.village) =>
      desk.make(organisations.records.organisation, { name, type, division }),
    /** A file as it is opened: it waits for an assessment. */
    file: (person: string, values: Values = {}) =>
      desk.make(file, { person, number: `K-${people}`, openedOn: '2026-02-01', category: '4', ...values }),
    assess: (of: string, values: Values = {}) =>
      desk.make(assessment, { file: of, phase: 'first', assessedOn: '2026-02-10', scale: 'motor-function', ...values }),
    /** A plan with one service, not agreed to yet. */
    async plan(of: string, values: Values = {}): Promise<string> {
      const id = await desk.make(plan, {
        file: of,
        goal: '能独立行走一百米',
        madeOn: '2026-02-15',
        untilDay: '2026-08-15',
        responsible: '治疗师甲',
        ...values,
      })
      await desk.make(planItem, { plan: id, item: '422', setting: 'community', times: 12 })
      return id
    },
    /** A service as an answer of the server: tests of rules want its refusal. */
    serve: (person: string, need: string, values: Values = {}) =>
      desk.add(service, {
        person,
        need,
        item: '422',
        setting: 'community',
        servedOn: '2026-03-01',
        times: 1,
        meetsNeed: false,
        ...values,
      }),
    cataract: (person: string, values: Values = {}) =>
      desk.make(cataract, { person, foundOn: '2026-02-01', foundBy: 'screening', eye: 'left', ...values }),
    /** Somebody with a cataract is operated on. */
    async operate(id: string, hospital: string, values: Values = {}): Promise<void> {
      await desk.expectDone(desk.step(cataract, id, 'screen', { screenedOn: '2026-02-10', acuityBefore: 'FC' }))
      await desk.expectDone(
        desk.step(cataract, id, 'operate', {
          hospital,
          operatedOn: '2026-03-01',
          operatedEye: 'left',
          hasLens: true,
          ...values,
        }),
      )
    },
    device: (values: Values = {}) =>
      desk.make(device, {
        division: places.county,
        title: '手动轮椅',
        kind: '1222',
        unit: '辆',
        usefulLifeMonths: 36,
        isReusable: true,
        offeredFrom: '2024-01-01',
        ...values,
      }),
    /** A stock of a device with so many of it, in a store of its own. */
    async stocked(of: string, quantity: number): Promise<string> {
      const at = await desk.make(store, { division: places.county, title: '县辅具站' })
      const id = await desk.make(stock, { store: at, device: of })
      if (quantity > 0) await desk.make(movement, { stock: id, kind: 'receipt', quantity, movedOn: '2026-01-05' })
      return id
    },
    /** Somebody asks for a device and was assessed. */
    async assessedFitting(person: string, of: string, values: Values = {}): Promise<string> {
      const need = await desk.need(person, { kind: 'device' })
      const id = await desk.make(fitting, {
        person,
        need,
        device: of,
        quantity: 1,
        project: 'general',
        manner: 'grant',
        appliedOn: '2026-02-01',
        ...values,
      })
      await desk.expectDone(desk.step(fitting, id, 'assess', { assessedOn: '2026-02-10', assessor: '评估人甲' }))
      return id
    },
    issue: (id: string, from: string, values: Values = {}) =>
      desk.step(fitting, id, 'issue', { stock: from, issuedOn: '2026-03-01', ...values }),
    /** A figure of the line for the year, or as `more` says. */
    async figure(name: string, more: object = {}) {
      const [found] = await server.write((context) =>
        readFigures(context, [{ indicator: `rehab.${name}`, ...year, ...more }]),
      )
      return found
    },
  }
  return desk
}

export type RehabDesk = Awaited<ReturnType<typeof openRehabDesk>>

/** A sheet of an uploaded file, as the importer reads it. */
interface UploadedSheet {
  readonly name: string
  readonly layout: {
    readonly headerRows: unknown
    readonly columns: readonly { readonly index: number; readonly field?: string }[]
  }
}

/** The codes of a refusal. */
export const codes = ({ body }: { body: { errors?: readonly { code: string }[] } }) =>
  body.errors?.map(({ code }) => code)

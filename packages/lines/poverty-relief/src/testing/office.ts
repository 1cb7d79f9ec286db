import { access, permissionsOf, shippedPatterns, shippedRole } from '@opendpf/access'
import { certificates } from '@opendpf/certificates'
import { readFigures } from '@opendpf/figures/reading'
import { funds } from '@opendpf/funds'
import { createRegistry, type Module, type PlacedRecord } from '@opendpf/kit'
import { matching } from '@opendpf/matching'
import { notices } from '@opendpf/notices'
import { payments } from '@opendpf/payments'
import { persons } from '@opendpf/persons'
import { programmes } from '@opendpf/programmes'
import { encodeText } from '@opendpf/sheets'
import { composeResidentId, formatCertificateNumber } from '@opendpf/standards'
import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { setDemoStandards } from '../server/index.js'
import { countyModules } from './county.js'

type Values = Readonly<Record<string, unknown>>
export type Role = 'village-commissioner' | 'town-clerk' | 'county-clerk' | 'county-approver'

const { application, cycle, enrolment, offer } = programmes.records
const { batch, line } = payments.records
const day = 86_400_000

/** The people of a county's federation and towns, each with the role that a deployment ships, at work on what the line grants. */
export async function openOffice(now: string) {
  const server: TestServer = await startTestServer({
    modules: countyModules,
    seed: setDemoStandards,
    seedKey: 'poverty-relief-office-1',
    now,
    hasWork: true,
  })
  const somebody = (id: string, role: Role, at: string = places.county): Call => {
    const shipped = shippedRole(role)
    if (!shipped) throw new Error(`there is no role ${role}`)
    const { registry } = server.platform
    const { kind, permissions } = shippedPatterns(shipped, registry)
    // patterns of roles also name permissions of the module `access`, which is not started here
    const known = createRegistry([...registry.modules, access as unknown as Module]).permissions
    return server.as({ id, name: id, at, may: [...permissionsOf({ kind, permissions }, known)] })
  }
  const staff = {
    town: somebody('town', 'town-clerk', places.town),
    clerk: somebody('clerk', 'county-clerk'),
    reviewer: somebody('reviewer', 'county-clerk'),
    cashier: somebody('cashier', 'county-clerk'),
    approver: somebody('approver', 'county-approver'),
    second: somebody('second', 'county-approver'),
  }
  const { clerk, town } = staff
  const done = async (asked: ReturnType<Call>) => {
    const { status, body } = await asked
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  const step = async (record: PlacedRecord, id: string, verb: string, values: Values = {}, by: Call = clerk) => {
    const { body } = await by('GET', `${server.path(record)}/${id}`)
    return by('POST', `${server.path(record)}/${id}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
  }
  let people = 0
  const run = async (job: string): Promise<void> => {
    const everywhere = { id: 'everywhere', at: 'all' }
    server.as(everywhere)
    const queued = await server.work.jobs.queue({ job, input: {}, actor: server.actor(everywhere) })
    const { state, message } = await server.work.done(queued)
    if (state !== 'done') throw new Error(`${job} ended as ${state}: ${message}`)
  }
  const take = async (record: PlacedRecord, id: string, verb: string, values: Values = {}, by: Call = clerk) =>
    (await done(step(record, id, verb, values, by))).fields as Readonly<Record<string, never>>
  const make = async (record: PlacedRecord, values: Values, by: Call = clerk): Promise<string> =>
    (await done(by('POST', server.path(record), values))).id
  const rows = async (record: PlacedRecord, query: string, by: Call = clerk) =>
    (await done(by('GET', `${server.path(record)}?${query}`))).rows as readonly {
      readonly id: string
      readonly fields: Readonly<Record<string, never>>
    }[]

  return {
    server,
    ...staff,
    somebody,
    done,
    step,
    take,
    make,
    rows,
    run,
    read: async (record: PlacedRecord, id: string, by: Call = clerk) =>
      (await done(by('GET', `${server.path(record)}/${id}`))).fields as Readonly<Record<string, never>>,
    async change(record: PlacedRecord, id: string, values: Values, by: Call = clerk) {
      const { version } = await done(by('GET', `${server.path(record)}/${id}`))
      return done(by('PATCH', `${server.path(record)}/${id}`, values, { 'if-match': `"${version}"` }))
    },
    /** Somebody of a household on the low allowance, with a certificate and an account in his own name. */
    async holder(category: string, grade: string, more: { readonly birthDate?: string } = {}) {
      people += 1
      const name = `示${String.fromCharCode(0x4e00 + 40 * people)}`
      const birthDate = more.birthDate ?? '1970-05-01'
      const idNumber = composeResidentId({ addressCode: '990121', birthDate, sequence: people })
      const id = await make(persons.records.person, { name, idNumber, division: places.village }, town)
      const number = formatCertificateNumber({ residentId: idNumber, category, grade, replacement: 0 } as never)
      const certificate = await make(certificates.records.certificate, { person: id, number, issueDate: '2020-06-01' })
      const account = await make(persons.records.account, {
        person: id,
        bank: '农商银行',
        number: `622200000000${String(people).padStart(4, '0')}`,
        holderName: name,
      })
      await make(persons.records.status, {
        person: id,
        kind: 'allowance',
        since: '2024-01-01',
        source: 'civil-affairs',
      })
      return { id, name, idNumber, certificate, account }
    },
    status: (person: string, kind: string, since = '2024-01-01') =>
      make(persons.records.status, { person, kind, since, source: 'civil-affairs' }, town),
    /** Switches a programme on for the year, paid from a budget line of its own. */
    async offer(programme: string, at: string = places.county, by: Call = clerk): Promise<void> {
      const { fund, budgetLine, receipt } = funds.records
      const values = { programme: `poverty-relief.${programme}`, year: 2026, region: at }
      if (at !== places.county) {
        await take(offer, await make(offer, values, by), 'open', {}, by)
        return
      }
      const money = await make(fund, { title: '救助资金', source: 'appropriation', year: 2026, division: at })
      const received = { fund: money, kind: 'appropriation', receivedOn: '2026-01-05', amount: 10_000_000 }
      await take(receipt, await make(receipt, received), 'take', {}, staff.approver)
      const from = await make(budgetLine, { fund: money, number: programme, use: programme, amount: 10_000_000 })
      await take(offer, await make(offer, { ...values, budgetLine: from }), 'open')
    },
    /** An application at the town's window, submitted. */
    async apply(programme: string, person: string, values: Values = {}, by: Call = town): Promise<string> {
      const id = await make(
        application,
        { programme: `poverty-relief.${programme}`, person, applicant: 'self', channel: 'counter', ...values },
        by,
      )
      await take(application, id, 'submit', {}, by)
      return id
    },
    /** From the window of the town to the decision of Civil Affairs, posted and told: one of the two subsidies. */
    async grant(id: string): Promise<void> {
      for (const verb of ['accept', 'postponeSurvey', 'passTown']) await take(application, id, verb, {}, town)
      await take(application, id, 'passReview')
      const paper = { departmentDocument: '示民〔2026〕7号', departmentOn: today(server) }
      await take(application, id, 'noteApproval', paper)
      const [posted] = await server.write(({ read }) => read.many(notices.records.line, { subject: id }))
      if (!posted) throw new Error('the application was not posted')
      await take(notices.records.notice, posted.notice, 'publish', { place: '村务公开栏', objectionPhone: '0900-1234' })
      await server.deliver()
    },
    /** Lets days pass, and then a night with everything that it does. */
    async pass(days: number): Promise<void> {
      server.clock.advance(days * day)
      for (const job of ['system.runClocks', 'notices.close']) await run(job)
      await server.deliver()
    },
    async enrolmentOf(person: string) {
      const [held] = await rows(enrolment, `person=${person}`)
      if (!held) throw new Error('nothing was granted')
      return held
    },
    /** A figure of the line for the year, or of a day. */
    figure: (name: string, to = '2026-12-31') =>
      server.write(async (context) => {
        const asked = { indicator: `poverty-relief.${name}`, from: '2026-01-01', to }
        return (await readFigures(context, [asked]))[0]?.value
      }),
    /** A cycle of the county, computed. */
    async computed(programme: string, month: string): Promise<string> {
      const id = await make(cycle, { programme: `poverty-relief.${programme}`, month, division: places.county })
      await take(cycle, id, 'compute')
      await run('programmes.runCycles')
      return id
    },
    /** A computed cycle, checked, approved by two, frozen, handed over and sent to the bank; answers its batch. */
    async send(id: string): Promise<string> {
      await take(cycle, id, 'check')
      await take(cycle, id, 'approve', {}, staff.approver)
      await take(cycle, id, 'confirm', {}, staff.second)
      await run('programmes.runCycles')
      await take(cycle, id, 'handOver')
      await run('programmes.runCycles')
      const [of] = await rows(batch, `cycle=${id}`)
      if (!of) throw new Error('nothing was handed over')
      return this.transfer(of.id)
    },
    /** A batch, verified, approved by two and sent to the bank by the cashier. */
    async transfer(id: string): Promise<string> {
      await take(batch, id, 'verify')
      await take(batch, id, 'review', {}, staff.approver)
      await take(batch, id, 'approve', {}, staff.second)
      await run('payments.makeFiles')
      await take(batch, id, 'send', { sentOn: today(server) }, staff.cashier)
      await server.deliver()
      return id
    },
    /** The bank's answer: everything paid, but for lines that come back for a reason. */
    async answer(id: string, reasons: Readonly<Record<number, string>> = {}): Promise<void> {
      const sent = await server.write(({ read }) => read.many(line, { batch: id }))
      const told = sent
        .toSorted((one, other) => one.position - other.position)
        .map(({ position, accountNumber, holderName, net }) => {
          const reason = reasons[position]
          const outcome = reason === undefined ? ['成功', '', ''] : ['失败', 'E01', reason]
          return [position, accountNumber, holderName, (net / 100).toFixed(2), ...outcome].join('^')
        })
      const bytes = new Uint8Array(encodeText(`${['合计', ...told].join('\r\n')}\r\n`, 'gb18030'))
      const file = await done(
        staff.cashier('POST', `${server.path(batch)}/attachments/resultFile`, bytes, {
          'content-type': 'application/octet-stream',
          'content-disposition': "attachment; filename*=UTF-8''result.txt",
        }),
      )
      await take(batch, id, 'takeResult', { paidOn: today(server), resultFile: [file] }, staff.cashier)
      await server.deliver()
    },
    /** A list of another department, imported, compared with the register, and confirmed. */
    async bringList(
      kind: string,
      people: readonly { readonly name: string; readonly idNumber: string; readonly day: string }[],
      { asOf, isWhole = false }: { readonly asOf: string; readonly isWhole?: boolean },
    ): Promise<void> {
      const { list, entry, difference } = matching.records
      const received = await make(list, {
        title: '外部名单',
        kind: `matching.${kind}`,
        source: '县公安局',
        document: '示公〔2026〕9号',
        asOf,
        receivedOn: today(server),
        division: places.county,
        isWhole,
      })
      await take(list, received, 'receive')
      const content = ['姓名,身份证号,日期', ...people.map((one) => `${one.name},${one.idNumber},${one.day}`)]
      const form = new FormData()
      form.set('kind', entry.ref)
      form.set('file', new File([content.join('\n')], '名单.csv'))
      const uploaded = await done(clerk('POST', '/api/v1/system/imports', form))
      const sheets = uploaded.sheets.map((sheet: Sheet) => ({
        name: sheet.name,
        headerRows: sheet.layout.headerRows,
        columns: Object.fromEntries(sheet.layout.columns.map(({ index, field }) => [index, field ?? null])),
      }))
      const path = `/api/v1/system/imports/${uploaded.id}`
      const plan = { sheets, defaults: { division: places.county } }
      await server.work.done((await done(clerk('POST', `${path}/plan`, plan))).job)
      await server.work.done((await done(clerk('POST', `${path}/run`, { mode: 'valid-rows' }))).job)
      await take(list, received, 'compare')
      await run('matching.compare')
      for (const { id } of await rows(difference, `list=${received}`))
        await take(difference, id, 'confirm', { reason: '与公安部门核对' })
      await take(list, received, 'close')
      await server.deliver()
    },
    linesOf: (id: string) => rows(line, `batch=${id}`),
  }
}

/** A sheet of an uploaded file, as the importer reads it. */
interface Sheet {
  readonly name: string
  readonly layout: {
    readonly headerRows: unknown
    readonly columns: readonly { readonly index: number; readonly field?: string }[]
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>

/** The day in China. */
const today = (server: TestServer): string =>
  new Date(server.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

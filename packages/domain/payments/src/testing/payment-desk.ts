import { figuresServer } from '@opendpf/figures/server'
import { funds } from '@opendpf/funds'
import { fundsServer } from '@opendpf/funds/server'
import type { PlacedRecord } from '@opendpf/kit'
import { organisationsServer } from '@opendpf/organisations/server'
import { persons } from '@opendpf/persons'
import { personsServer } from '@opendpf/persons/server'
import { encodeText } from '@opendpf/sheets'
import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { payments } from '../contract/index.js'
import { addLines, type LinesToPay, type LineToPay } from '../paying/index.js'
import { paymentsServer } from '../server/index.js'

type Values = Readonly<Record<string, unknown>>
const { fund, budgetLine, receipt } = funds.records
const { batch, line, exchange } = payments.records

/** The day of these counties. */
const today = '2026-06-08'
const programme = 'testing.living'

/** A county that pays: a clerk who prepares, two who approve, a cashier. */
export async function openDesk() {
  const server: TestServer = await startTestServer({
    modules: [personsServer, organisationsServer, figuresServer, fundsServer, paymentsServer],
    now: `${today}T02:00:00Z`,
    hasWork: true,
  })
  const call = (id: string): Call => server.as({ id })
  const people = { clerk: call('clerk'), first: call('first'), second: call('second'), cashier: call('cashier') }
  const { clerk } = people
  const expectDone = async (asked: ReturnType<Call>) => {
    const { status, body } = await asked
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  let [numbers, budgets] = [0, 0]

  return {
    server,
    ...people,
    expectDone,
    async make(record: PlacedRecord, values: Values, by: Call = clerk): Promise<string> {
      return (await expectDone(by('POST', server.path(record), values))).id
    },
    read: async (record: PlacedRecord, id: string) =>
      (await expectDone(clerk('GET', `${server.path(record)}/${id}`))).fields,
    rows: async (record: PlacedRecord, query: string) =>
      (await expectDone(clerk('GET', `${server.path(record)}?${query}`))).rows as readonly {
        readonly id: string
        readonly fields: Values
      }[],
    async change(record: PlacedRecord, id: string, values: Values) {
      const { version } = await expectDone(clerk('GET', `${server.path(record)}/${id}`))
      return clerk('PATCH', `${server.path(record)}/${id}`, values, { 'if-match': `"${version}"` })
    },
    async step(record: PlacedRecord, id: string, verb: string, values: Values = {}, by: Call = clerk) {
      const { version } = await expectDone(clerk('GET', `${server.path(record)}/${id}`))
      return by('POST', `${server.path(record)}/${id}/do/${verb}`, values, { 'if-match': `"${version}"` })
    },
    /** A budget line of so many fen, with as much in its fund. */
    async money(amount: number): Promise<string> {
      const of = await this.make(fund, {
        title: '补贴资金',
        source: 'appropriation',
        year: 2026,
        division: places.county,
      })
      const received = await this.make(receipt, { fund: of, kind: 'appropriation', receivedOn: today, amount })
      await expectDone(this.step(receipt, received, 'take', {}, people.cashier))
      budgets += 1
      return this.make(budgetLine, { fund: of, number: String(budgets), use: '生活补贴', amount })
    },
    /** Somebody of the register, with an account of his own unless told otherwise. */
    async person({ hasAccount = true, division = places.village as string } = {}) {
      numbers += 1
      const name = `王${String.fromCharCode(0x4e00 + numbers)}明`
      const id = await this.make(persons.records.person, { name, division, sex: '1', birthDate: '1970-01-01' })
      const number = `622200000000${String(numbers).padStart(4, '0')}`
      const account = hasAccount ? await this.account(id, { number, holderName: name }) : undefined
      return { id, name, number, account }
    },
    account: (person: string, values: Values) =>
      clerk('POST', server.path(persons.records.account), { person, bank: '农商银行', ...values }).then(
        ({ status, body }) => {
          if (status !== 201) throw new Error(JSON.stringify(body))
          return body.id as string
        },
      ),
    /** Lines of the month, as a programme adds them. */
    pay: (
      budget: string,
      lines: LinesToPay['lines'],
      values: { month?: string; cycle?: string; quota?: number } = {},
    ) =>
      server.write((context) =>
        addLines(context, { programme, month: '2026-06', cycle: 'c1', budgetLine: budget, lines, ...values }),
      ),
    /** A batch that two have approved. */
    async approved(budget: string, lines: readonly LineToPay[], values: { month?: string; cycle?: string } = {}) {
      const { batch: id } = await this.pay(budget, lines, values)
      await expectDone(this.step(batch, id, 'verify'))
      await expectDone(this.step(batch, id, 'review', {}, people.first))
      await expectDone(this.step(batch, id, 'approve', {}, people.second))
      return id
    },
    /** A batch that is at the bank. */
    async sent(budget: string, lines: readonly LineToPay[], values: { month?: string; cycle?: string } = {}) {
      const id = await this.approved(budget, lines, values)
      await this.makeFiles()
      await expectDone(this.step(batch, id, 'send', { sentOn: today }, people.cashier))
      return id
    },
    async makeFiles() {
      const job = await server.work.jobs.queue({
        job: 'payments.makeFiles',
        input: {},
        actor: server.actor({ id: 'system' }),
        locale: 'zh-CN',
      })
      const { state, message } = await server.work.done(job)
      if (state !== 'done') throw new Error(message ?? state)
    },
    /** A file from the bank, brought by somebody. */
    async bring(id: string, content: string | Uint8Array<ArrayBuffer>, by: Call = people.cashier) {
      const bytes = typeof content === 'string' ? new Uint8Array(encodeText(content, 'gb18030')) : content
      const { body: file } = await by('POST', `${server.path(batch)}/attachments/resultFile`, bytes, {
        'content-type': 'application/octet-stream',
        'content-disposition': "attachment; filename*=UTF-8''result.txt",
      })
      const taken = await this.step(batch, id, 'takeResult', { paidOn: today, resultFile: [file] }, by)
      if (taken.status !== 200) return taken
      // what became of it is kept with the file
      const [last] = await this.rows(exchange, `batch=${id}&direction=in&limit=1`)
      return clerk('GET', `${server.path(exchange)}/${last?.id}`)
    },
    /** What a bank answers to lines: by their place, paid unless a reason stands there. */
    async answerTo(id: string, reasons: Readonly<Record<number, string>> = {}) {
      const rows = await server.write(({ read }) => read.many(line, { batch: id }))
      const told = rows
        .toSorted((one, other) => one.position - other.position)
        .map(({ position, accountNumber, holderName, net }) =>
          [
            position,
            accountNumber,
            holderName,
            (net / 100).toFixed(2),
            ...(reasons[position] === undefined ? ['成功', '', ''] : ['失败', 'E01', reasons[position]]),
          ].join('^'),
        )
      return `${['合计', ...told].join('\r\n')}\r\n`
    },
    batch: (id: string) => clerk('GET', `${server.path(batch)}/${id}`).then(({ body }) => body.fields),
    async linesOf(id: string) {
      const rows = await this.rows(line, `batch=${id}`)
      return rows.toSorted((one, other) => Number(one.fields.position) - Number(other.fields.position))
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** A line of the month for somebody. */
export function regular(person: string, amount = 8000): LineToPay {
  return { person, amount, enrolment: null, reason: '生活补贴', kind: 'regular' }
}

/** The codes of a refused request. */
export function codesOf({ body }: { readonly body: { readonly errors?: readonly { readonly code: string }[] } }) {
  return (body.errors ?? []).map(({ code }) => code)
}

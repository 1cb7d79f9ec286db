import { funds } from '@opendpf/funds'
import { type PlacedRecord, pathOf } from '@opendpf/kit'
import { payments } from '@opendpf/payments'
import { addLines, type LineToPay } from '@opendpf/payments/paying'
import { encodeText } from '@opendpf/sheets'
import { places, type TestServer } from '@opendpf/testing'
import { paidProgrammes, payeeOf } from './fill.js'

const { fund, budgetLine, receipt } = funds.records
const { batch } = payments.records
type Values = Readonly<Record<string, unknown>>

const amount = 8000
/** Of so many lines one comes back. */
const returnedEvery = 50

/** An office of four, in which each step has somebody who may take it. */
export function openOffice(server: TestServer, today: string) {
  const office = Object.fromEntries(
    ['clerk', 'first', 'second', 'cashier'].map((id) => [id, server.as({ id, name: id })]),
  )
  type Who = 'clerk' | 'first' | 'second' | 'cashier'

  /** Sends a request as somebody of the office, which must succeed. */
  async function send(who: Who, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    const answer = await office[who]?.(body === undefined ? 'GET' : 'POST', `/api/v1${path}`, body, headers)
    if (!answer || answer.status >= 300) throw new Error(`${path} answered ${answer?.status}: ${answer?.text}`)
    return answer.body
  }
  async function step(who: Who, record: PlacedRecord, id: string, verb: string, values: Values = {}): Promise<void> {
    const { version } = await send(who, `${pathOf(record)}/${id}`)
    await send(who, `${pathOf(record)}/${id}/do/${verb}`, values, { 'if-match': `"${version}"` })
  }

  return {
    /** A budget line of so many fen, with as much in its fund. */
    async money(total: number): Promise<string> {
      const values = { title: '补贴资金', source: 'appropriation', year: 2026, division: places.county }
      const { id: of } = await send('clerk', pathOf(fund), values)
      const received = { fund: of, kind: 'appropriation', receivedOn: today, amount: total }
      const { id: taken } = await send('clerk', pathOf(receipt), received)
      await step('cashier', receipt, taken, 'take')
      const line = await send('clerk', pathOf(budgetLine), { fund: of, number: '1', use: '生活补贴', amount: total })
      return line.id
    },

    /** The steps of a month of so many lines, one after the other: each works on what the one before it has left. */
    month(budget: string, lines: number): readonly (readonly [what: string, work: () => Promise<unknown>])[] {
      let id = ''
      const take = (who: Who, verb: string, values?: Values) => () => step(who, batch, id, verb, values)
      return [
        [
          'lines added',
          async () => {
            const added = await server.write((context) =>
              addLines(context, {
                programme: paidProgrammes[0],
                month: today.slice(0, 7),
                cycle: 'bench',
                budgetLine: budget,
                lines: inPieces(lines),
              }),
            )
            if (added.lines !== lines) throw new Error(`${added.lines} lines were added`)
            id = added.batch
          },
        ],
        ['checked', take('clerk', 'verify')],
        ['reviewed', take('first', 'review')],
        ['approved', take('second', 'approve')],
        ['file made', () => runJob(server, 'payments.makeFiles')],
        ['sent', take('cashier', 'send', { sentOn: today })],
        ["the bank's answer booked", () => bring(id, lines)],
        ['reconciled', take('cashier', 'reconcile')],
      ]
    },
  }

  /** Brings the file in which the bank says what became of each line, in the layout that comes with the platform. */
  async function bring(id: string, lines: number): Promise<void> {
    const rows = Array.from({ length: lines }, (_, at) => {
      const { number, name } = payeeOf(at + 1)
      const result = (at + 1) % returnedEvery === 0 ? ['失败', 'E01', '账号不存在'] : ['成功', '', '']
      return [at + 1, number, name, (amount / 100).toFixed(2), ...result].join('^')
    })
    const content = new Uint8Array(encodeText(`${['合计', ...rows].join('\r\n')}\r\n`, 'gb18030'))
    const file = await send('cashier', `${pathOf(batch)}/attachments/resultFile`, content, {
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''result.txt",
    })
    await step('cashier', batch, id, 'takeResult', { paidOn: today, resultFile: [file] })
    const { fields } = await send('cashier', `${pathOf(batch)}/${id}`)
    const returned = Math.floor(lines / returnedEvery) * amount
    if (fields.returned !== returned || fields.paid !== lines * amount - returned)
      throw new Error(`the bank's answer was not booked: ${JSON.stringify(fields)}`)
  }
}

/** Lines as a cycle hands them over: as they are read. */
async function* inPieces(lines: number): AsyncGenerator<readonly LineToPay[]> {
  const piece = 5000
  for (let from = 0; from < lines; from += piece)
    yield Array.from({ length: Math.min(piece, lines - from) }, (_, at) => {
      const { id: person } = payeeOf(from + at + 1)
      return { person, amount, enrolment: null, reason: '生活补贴', kind: 'regular' }
    })
}

/** The real job, as the queue runs it. */
async function runJob(server: TestServer, job: string): Promise<void> {
  const actor = server.actor({ id: 'system' })
  const { state, message } = await server.work.done(
    await server.work.jobs.queue({ job, input: {}, actor, locale: 'zh-CN' }),
  )
  if (state !== 'done') throw new Error(`the job ended as ${state}: ${message}`)
}

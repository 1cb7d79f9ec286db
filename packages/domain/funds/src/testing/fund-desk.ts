import { organisations } from '@opendpf/organisations'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { type Call, places, startTestServer, type TestServer } from '@opendpf/testing'
import { funds } from '../contract/index.js'
import { fundsServer } from '../server/funds-server.js'

const { fund, budgetLine, receipt, expenditure } = funds.records
type Values = Readonly<Record<string, unknown>>
type Named = Parameters<TestServer['path']>[0]

/** The day on which the tests' server believes to be. */
export const today = '2026-06-15'

/** A county's desk of funds, where a clerk enters and a cashier takes and pays. */
export interface FundDesk {
  readonly server: TestServer
  readonly clerk: Call
  /** Sends a row, which may be refused. */
  add(record: Named, values: Values): ReturnType<Call>
  /** Adds a row and answers its id. */
  make(record: Named, values: Values): Promise<string>
  /** Takes a step, as the cashier where nobody else is named. */
  step(record: Named, id: string, verb: string, values?: Values, call?: Call): ReturnType<Call>
  openFund(values?: Values): Promise<string>
  /** Money that came in and was taken. */
  receive(of: string, amount: number, receivedOn?: string, values?: Values): Promise<string>
  planLine(of: string, amount: number, values?: Values): Promise<string>
  /** Asks for a payment to an organisation. */
  ask(line: string, amount: number): ReturnType<Call>
}

/** Opens the desk on a server of its own; whoever opens it stops the server. */
export async function openFundDesk(): Promise<FundDesk> {
  const server = await startTestServer({
    modules: [personsServer, organisationsServer, fundsServer],
    now: `${today}T02:00:00Z`,
  })
  const [clerk, cashier] = [server.as({ id: 'clerk' }), server.as({ id: 'cashier' })]
  const add: FundDesk['add'] = (record, values) => clerk('POST', server.path(record), values)
  const make: FundDesk['make'] = async (record, values) => {
    const { status, body } = await add(record, values)
    if (status !== 201) throw new Error(JSON.stringify(body))
    return body.id
  }
  const step: FundDesk['step'] = async (record, id, verb, values = {}, call = cashier) => {
    const { body } = await clerk('GET', `${server.path(record)}/${id}`)
    return call('POST', `${server.path(record)}/${id}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
  }
  const payee = await make(organisations.records.organisation, {
    name: '康复中心',
    type: 'rehab-institution',
    division: places.county,
  })
  let lines = 0
  return {
    server,
    clerk,
    add,
    make,
    step,
    openFund: (values) =>
      make(fund, { title: '残保金', source: 'levy', year: 2026, division: places.county, ...values }),
    async receive(of, amount, receivedOn = today, values = {}) {
      const id = await make(receipt, { fund: of, kind: 'levy', receivedOn, amount, ...values })
      await step(receipt, id, 'take')
      return id
    },
    planLine(of, amount, values) {
      lines += 1
      return make(budgetLine, { fund: of, number: `${lines}`, use: '职业培训', amount, ...values })
    },
    ask: (line, amount) =>
      add(expenditure, {
        budgetLine: line,
        recipientKind: 'organisation',
        organisation: payee,
        amount,
        purpose: '培训补贴',
      }),
  }
}

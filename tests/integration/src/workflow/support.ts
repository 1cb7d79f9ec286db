import { loans, loansServer } from '@opendpf/fixtures'
import type { ModuleServer } from '@opendpf/kit/server'
import { startTestServer, type TestActor, type TestServer } from '@opendpf/testing'

/** A server that lends devices. */
export function startLoans(options: { readonly hasWork?: boolean; readonly now?: string } = {}): Promise<TestServer> {
  return startTestServer({ modules: [loansServer as unknown as ModuleServer], ...options })
}

export const village = '990121100201'
const path = '/api/v1/loans/loans'
const day = 86_400_000

/** People who work on loans, and what they do. */
export function openDesk(server: TestServer) {
  const clerk = server.as({ id: 'clerk' })
  const approver = server.as({ id: 'approver' })
  const get = async (id: string) => (await clerk('GET', `${path}/${id}`)).body
  return {
    clerk,
    approver,
    path,
    loan: loans.records.loan,
    get,
    as: (actor: TestActor) => server.as(actor),
    async ask(values: Readonly<Record<string, unknown>> = {}) {
      const answer = await clerk('POST', path, { borrower: '王明', device: 'walker', division: village, ...values })
      return answer.body.id as string
    },
    async take(id: string, verb: string, values: Readonly<Record<string, unknown>> = {}, call = clerk) {
      const { version } = await get(id)
      return call('POST', `${path}/${id}/do/${verb}`, values, { 'if-match': `"${version}"` })
    },
    timeline: async (id: string) => (await clerk('GET', `${path}/${id}/timeline`)).body,
    deadlines: async (id: string) =>
      (await clerk('GET', `${path}/${id}/timeline`)).body.deadlines.map(
        ({ fields }: { fields: Readonly<Record<string, unknown>> }) => fields,
      ),
    pass: (days: number) => server.clock.advance(days * day),
  }
}

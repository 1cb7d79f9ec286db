import { certificatesServer } from '@opendpf/certificates/server'
import type { Explanation } from '@opendpf/eligibility'
import { eligibilityServer } from '@opendpf/eligibility/server'
import { figuresServer } from '@opendpf/figures/server'
import { fundsServer } from '@opendpf/funds/server'
import { matchingServer } from '@opendpf/matching/server'
import { noticesServer } from '@opendpf/notices/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { paymentsServer } from '@opendpf/payments/server'
import { personsServer } from '@opendpf/persons/server'
import { programmesServer } from '@opendpf/programmes/server'
import { systemActor } from '@opendpf/server'
import { composeResidentId, formatCertificateNumber } from '@opendpf/standards'
import { type Call, places, startTestServer } from '@opendpf/testing'
import { povertyReliefServer, setDemoStandards } from '../server/index.js'

type Values = Readonly<Record<string, unknown>>

/** What the line is composed with. */
export const countyModules = [
  personsServer,
  organisationsServer,
  noticesServer,
  figuresServer,
  fundsServer,
  certificatesServer,
  eligibilityServer,
  matchingServer,
  paymentsServer,
  programmesServer,
  povertyReliefServer,
] as never

/** The demo county with the registers, the standards, and people made to measure; with jobs, files and printing where there is work. */
export async function openCounty({ hasWork = false }: { readonly hasWork?: boolean } = {}) {
  const server = await startTestServer({
    modules: countyModules,
    hasWork,
    seed: setDemoStandards,
    seedKey: 'poverty-relief-standards-3',
  })
  const clerk = server.as()
  let people = 0

  const add = async (path: string, values: Values): Promise<string> => {
    const { status, body } = await clerk('POST', `/api/v1/${path}`, values)
    if (status !== 201) throw new Error(JSON.stringify(body))
    return body.id
  }
  return {
    server,
    clerk,
    add,
    /** Runs a job of the line to its end. */
    async job(name: string): Promise<void> {
      const id = await server.work.jobs.queue({ job: `poverty-relief.${name}`, input: {}, actor: systemActor })
      const { state, message } = await server.work.done(id)
      if (state !== 'done') throw new Error(`${name}: ${message}`)
    },
    /** Lets time pass until noon of a day. */
    passTo(day: string): void {
      server.clock.advance(Date.parse(`${day}T04:00:00Z`) - server.clock.now().getTime())
    },
    /** A holder with one disability or several, and what else is known. */
    async holder(disability: {
      readonly category: string
      readonly grade: string
      readonly components?: readonly Values[]
      readonly birthDate?: string
      readonly certificate?: Values
    }): Promise<string> {
      people += 1
      const idNumber = composeResidentId({
        addressCode: '990121',
        birthDate: disability.birthDate ?? '1970-05-01',
        sequence: people,
      })
      const person = await add('persons/persons', {
        name: `示${String.fromCharCode(0x4e00 + 40 * people)}`,
        idNumber,
        division: places.village,
      })
      const { category, grade, components, certificate = {} } = disability
      const number = formatCertificateNumber({ residentId: idNumber, category, grade, replacement: 0 } as never)
      await add('certificates/certificates', {
        person,
        number,
        issueDate: '2020-06-01',
        ...(components ? { components } : {}),
        ...certificate,
      })
      return person
    },
    status: (person: string, kind: string, more: Values = {}) =>
      add('persons/statuses', { person, kind, since: '2024-01-01', source: 'civil-affairs', ...more }),
    benefit: (person: string, kind: string, more: Values = {}) =>
      add('eligibility/benefits', { person, kind, since: '2024-01-01', source: 'declared', ...more }),
    async explain(person: string, scheme: string, more = '', call: Call = clerk): Promise<Explanation> {
      const { status, body } = await call(
        'GET',
        `/api/v1/eligibility/explain?person=${person}&scheme=poverty-relief.${scheme}${more}`,
      )
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
      return body.explanations[0]
    },
  }
}

/** The codes (R2 …) and titles of the clauses that came out so. */
export function clausesOf({ finding }: Explanation, verdict: string): readonly string[] {
  const found: string[] = []
  const walk = (part: Explanation['finding']): void => {
    if (part.says && part.verdict === verdict) found.push(part.says.code ?? part.says.title['zh-CN'])
    for (const inner of part.parts) walk(inner)
  }
  walk(finding)
  return found
}

import { certificatesServer } from '@opendpf/certificates/server'
import { personsServer } from '@opendpf/persons/server'
import { fetchTrust, type Trust, verifyCredential } from '@opendpf/sdk'
import { composeResidentId, formatCertificateNumber } from '@opendpf/standards'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

let server: TestServer
let trust: Trust
let scanned: string
let certificate: string
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer, certificatesServer] })
  const call = server.as()
  const residentId = composeResidentId({ addressCode: '990121', birthDate: '1985-03-07', sequence: 7 })
  const person = await call('POST', '/api/v1/persons/persons', {
    name: '持证甲',
    idNumber: residentId,
    division: places.village,
  })
  const made = await call('POST', '/api/v1/certificates/certificates', {
    person: person.body.id,
    number: formatCertificateNumber({ residentId, category: '4', grade: '2' }),
    issueDate: '2024-03-28',
  })
  certificate = made.body.id
  const shown = await call('POST', `/api/v1/certificates/certificates/${certificate}/credential`, {
    reason: '持证人要求',
  })
  scanned = shown.body.presentation
  trust = await fetchTrust('https://dpf.example.cn', { fetch: ofServer })
})
afterAll(() => server.stop())

/** The network of a system that has installed the SDK and has no account. */
const ofServer: typeof globalThis.fetch = (input, init) =>
  server.fetchAs({ caller: 'nobody' })(new Request(input, init))
const admit = (at = server.clock.now(), token = scanned) => verifyCredential(token, { ...trust, now: at })

it('a ticket desk with the SDK alone admits whoever shows a valid e-certificate, and needs no network for it', async () => {
  const verdict = await admit()
  expect(verdict).toMatchObject({ outcome: 'valid', facts: { gradeClass: 'severe', county: { code: '990121' } } })
  expect(await admit(server.clock.now(), scanned.replace(/.~$/, '~'))).toMatchObject({ outcome: 'not-genuine' })
  const tomorrow = new Date(server.clock.now().getTime() + 24 * 3_600_000)
  expect(await admit(tomorrow)).toMatchObject({ outcome: 'expired', what: 'presentation' })
})

it('it hears of a freeze when it fetches again, and says that it cannot say when it did not for too long', async () => {
  const call = server.as()
  const { version } = (await call('GET', `/api/v1/certificates/certificates/${certificate}`)).body
  const frozen = { state: 'frozen', freezeReason: 'check' }
  await call('PATCH', `/api/v1/certificates/certificates/${certificate}`, frozen, { 'if-match': `"${version}"` })
  await server.deliver()
  expect(await admit()).toMatchObject({ outcome: 'valid' })
  const evening = new Date(server.clock.now().getTime() + 13 * 3_600_000)
  expect(await admit(evening)).toMatchObject({ outcome: 'unknown', reason: 'list-stale' })
  trust = await fetchTrust('https://dpf.example.cn', { fetch: ofServer })
  expect(await admit()).toMatchObject({ outcome: 'suspended' })
})

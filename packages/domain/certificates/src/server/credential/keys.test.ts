import { personsServer } from '@opendpf/persons/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addHolder } from '../../testing/holders.js'
import { openTicketDesk } from '../../testing/ticket-desk.js'
import { certificatesServer } from '../certificates-server.js'

const root = '/api/v1/certificates'
const day = 86_400_000
let server: TestServer
let desk: ReturnType<typeof openTicketDesk>
beforeEach(async () => {
  server = await startTestServer({ modules: [personsServer, certificatesServer], hasWork: true })
  desk = openTicketDesk(server)
})
afterEach(() => server.stop())

const certify = async (at: string = places.village, birthDate = '1985-03-07') => {
  const call = server.as({ at: `${at.slice(0, 6)}000000` })
  const holder = await addHolder(call, birthDate, { division: at })
  const { body, text } = await call('POST', `${root}/certificates`, {
    person: holder.id,
    number: holder.numberOf('4', '2'),
    issueDate: '2024-03-28',
  })
  if (!body.id) throw new Error(text)
  return { call, id: body.id as string }
}
const show = async ({ call, id }: Awaited<ReturnType<typeof certify>>): Promise<string> =>
  (await call('POST', `${root}/certificates/${id}/credential`, { reason: '核对' })).body.presentation
const rotate = (isCompromised: boolean, may = ['*']) =>
  server.as({ may })('POST', `${root}/credential-keys/rotate`, { isCompromised })
const refresh = async () => {
  const actor = server.actor({ id: 'everywhere', at: 'all' })
  server.as({ id: 'everywhere', at: 'all' })
  const { state, message } = await server.work.done(
    await server.work.jobs.queue({ job: 'certificates.refreshCredentials', input: {}, actor }),
  )
  expect(state, message ?? '').toBe('done')
}

describe('keys', () => {
  it('are made for each county when it first shows an e-certificate, once, and sign for no other', async () => {
    expect(await desk.keys()).toEqual({ keys: [] })
    const here = await Promise.all([
      certify(),
      certify(places.village, '1986-03-07'),
      certify(places.village, '1987-03-07'),
    ])
    const tokens = await Promise.all(here.map(show))
    expect((await desk.keys()).keys.map(({ iss }) => iss)).toEqual(['dpf:990121'])
    for (const token of tokens) expect(await desk.verify(token)).toMatchObject({ outcome: 'valid' })
    const there = await show(await certify(places.neighbourVillage))
    expect(await desk.verify(there)).toMatchObject({ outcome: 'valid', facts: { county: { code: '990122' } } })
    expect(new Set((await desk.keys()).keys.map(({ iss }) => iss))).toEqual(new Set(['dpf:990121', 'dpf:990122']))
  })

  it('lie sealed in the database, and are published without their secret half', async () => {
    await show(await certify())
    const [published] = (await desk.keys()).keys
    expect(Object.keys(published ?? {}).toSorted()).toEqual(['alg', 'crv', 'iss', 'kid', 'kty', 'use', 'x', 'y'])
    await server.connect('owner', async (client) => {
      const { rows } = await client.query('select private_key, k::text as text from certificates_credential_key k')
      expect(rows).toHaveLength(1)
      expect(rows[0].private_key.toString('latin1')).not.toContain('P-256')
      expect(Buffer.from(rows[0].text, 'utf8').toString()).not.toContain('"d"')
    })
  })

  it('that are replaced stay good for what they signed; one that got out is good for nothing', async () => {
    const certificate = await certify()
    const first = await show(certificate)
    expect((await rotate(false)).status).toBe(200)
    const second = await show(certificate)
    expect((await desk.keys()).keys).toHaveLength(2)
    for (const token of [first, second]) expect(await desk.verify(token)).toMatchObject({ outcome: 'valid' })
    await rotate(true)
    expect(await desk.verify(first)).toMatchObject({ outcome: 'valid' })
    expect(await desk.verify(second)).toEqual({ outcome: 'not-genuine', reason: 'key-unknown' })
    expect(await desk.verify(await show(certificate))).toMatchObject({ outcome: 'valid' })
  })

  it('are replaced by whoever may, for his county', async () => {
    expect((await rotate(false, ['certificates:certificate.*'])).status).toBe(403)
    const everywhere = server.as({ at: 'all' })
    expect((await everywhere('POST', `${root}/credential-keys/rotate`, { isCompromised: false })).status).toBe(400)
    await show(await certify())
    const next = server.as({ at: places.neighbour })
    await next('POST', `${root}/credential-keys/rotate`, { isCompromised: true })
    expect((await desk.keys()).keys.map(({ iss }) => iss).toSorted()).toEqual(['dpf:990121', 'dpf:990122'])
  })

  it('are replaced after a year, and lists are signed every hour, by the hourly run', async () => {
    const certificate = await certify()
    const token = await show(certificate)
    server.clock.advance(13 * 3_600_000)
    expect(await desk.verify(token)).toMatchObject({ outcome: 'unknown', reason: 'list-stale' })
    await refresh()
    expect(await desk.verify(token)).toMatchObject({ outcome: 'valid', statusAge: 0 })
    expect((await desk.keys()).keys).toHaveLength(1)
    server.clock.advance(366 * day)
    await refresh()
    expect((await desk.keys()).keys).toHaveLength(2)
    expect(await desk.verify(await show(certificate))).toMatchObject({ outcome: 'valid' })
  })

  it('of a status that nobody flipped: the hourly run makes up for it', async () => {
    const certificate = await certify()
    const token = await show(certificate)
    await server.connect('owner', (client) =>
      client.query(`update certificates_certificate set state = 'frozen' where id = $1`, [certificate.id]),
    )
    expect(await desk.verify(token)).toMatchObject({ outcome: 'valid' })
    await refresh()
    expect(await desk.verify(token)).toMatchObject({ outcome: 'suspended' })
  })
})

it('the database shows somebody without an account public keys and signed lists alone', async () => {
  await show(await certify())
  const outcomes = await server.connect('app', async (client) => {
    await client.query('set role opendpf_see_public')
    const codes: Record<string, string> = {}
    for (const [name, text] of Object.entries({
      keys: 'select kid, public_key from certificates_credential_key',
      lists: 'select token from certificates_status_list',
      secret: 'select private_key from certificates_credential_key',
      entries: 'select idx from certificates_status_entry',
      write: `update certificates_status_list set token = ''`,
    }))
      codes[name] = await client.query(text).then(
        () => 'shown',
        ({ code }) => code,
      )
    return codes
  })
  expect(outcomes).toEqual({ keys: 'shown', lists: 'shown', secret: '42501', entries: '42501', write: '42501' })
})

import { createHash } from 'node:crypto'
import { personsServer } from '@opendpf/persons/server'
import { type Call, places, samplePicture, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHolder } from '../../testing/holders.js'
import { openTicketDesk, readableIn } from '../../testing/ticket-desk.js'
import { certificatesServer } from '../certificates-server.js'

const path = '/api/v1/certificates/certificates'
const reason = '持证人要求出示电子证'
let server: TestServer
let call: Call
let desk: ReturnType<typeof openTicketDesk>
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer, certificatesServer], hasWork: true })
  call = server.as()
  desk = openTicketDesk(server)
})
afterAll(() => server.stop())

let year = 1950
const certify = async (issueDate = '2024-03-28') => {
  year += 1
  const holder = await addHolder(call, `${year}-03-07`)
  const number = holder.numberOf('4', '2')
  const { body } = await call('POST', path, { person: holder.id, number, issueDate })
  return { id: body.id as string, holder, number }
}
const change = async (id: string, values: object) => {
  const { version } = (await call('GET', `${path}/${id}`)).body
  const answer = await call('PATCH', `${path}/${id}`, values, { 'if-match': `"${version}"` })
  if (answer.status !== 200) throw new Error(answer.text)
}
const show = (id: string, who = call) => who('POST', `${path}/${id}/credential`, { reason })
const shown = async (id: string): Promise<string> => {
  const { status, body, text } = await show(id)
  if (status !== 200) throw new Error(text)
  return body.presentation
}
const entriesOf = (id: string) =>
  server.platform.pool.use({ level: 'all' }, (session) =>
    session.query<{ list: string; idx: number; status: number }>({
      text: 'select list, idx, status from certificates_status_entry where certificate = $1 order by since',
      values: [id],
    }),
  )

describe('an e-certificate', () => {
  it('is verified by anybody with what is published, and says what it may', async () => {
    const { id } = await certify()
    const { status, body, headers } = await show(id)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toMatchObject({
      category: '4',
      gradeClass: 'severe',
      until: '2034-03-27',
      ends: '2026-06-16T02:00:00.000Z',
    })
    expect(body.version).toBeLessThanOrEqual(25)
    expect(body.svg).toMatch(/^<svg /)
    expect(body.png).toMatch(/^data:image\/png;base64,/)
    expect(await desk.verify(body.presentation)).toMatchObject({
      outcome: 'valid',
      facts: { county: { code: '990121', name: '示范县' }, category: '4', gradeClass: 'severe', grade: null },
      statusAge: 0,
    })
    expect(await desk.verify(body.credential)).toMatchObject({ outcome: 'valid', facts: { grade: '2' } })
  })

  it('carries nothing that names its holder', async () => {
    const { id, holder, number } = await certify()
    const { body } = await show(id)
    const published = [...(await desk.lists()), JSON.stringify(await desk.keys())].join('\n')
    for (const text of [readableIn(body.credential), readableIn(body.presentation), readableIn(published), body.svg])
      for (const secret of [holder.name, holder.idNumber, number, holder.id, id, `${year}-03-07`, places.village])
        expect(text).not.toContain(secret)
    expect(readableIn(body.presentation)).not.toContain('"grade"')
  })

  it('is shown to whoever may reveal, inside the area alone, and each showing is in the access log with its reason', async () => {
    const { id } = await certify()
    const clerk = server.as({ id: 'town', at: places.town, may: ['certificates:certificate.*'] })
    expect((await show(id, clerk)).status).toBe(200)
    const { entries } = (await call('GET', `${path}/${id}/access`)).body
    expect(entries[0]).toMatchObject({ actorId: 'town', kind: 'reveal', reason })
    expect((await show(id, server.as({ may: ['certificates:certificate.read'] }))).status).toBe(403)
    expect((await show(id, server.as({ at: places.neighbour }))).status).toBe(404)
    expect((await show(id, desk.anybody)).status).toBe(401)
    expect((await call('POST', `${path}/${id}/credential`, {})).status).toBe(422)
    expect((await show('00000000-0000-7000-8000-000000000000')).status).toBe(404)
  })

  it('carries the fingerprint of the photo of its holder, and no photo', async () => {
    const { id } = await certify()
    const brought = await call('POST', `${path}/attachments/photo`, samplePicture(), {
      'content-disposition': 'attachment; filename="photo.png"',
    })
    expect(brought.status, brought.text).toBe(201)
    await change(id, { photo: [{ id: brought.body.id }] })
    const { fields } = (await call('GET', `${path}/${id}`)).body
    const kept = await call('GET', `${path}/${id}/attachments/photo/${fields.photo[0].id}`)
    const photo = createHash('sha256').update(kept.bytes).digest('base64url')
    expect(await desk.verify(await shown(id))).toMatchObject({ outcome: 'valid', facts: { photo } })
  })

  it('goes stale within a day', async () => {
    const token = await shown((await certify()).id)
    server.clock.advance(24 * 3_600_000)
    expect(await desk.verify(token)).toMatchObject({ outcome: 'expired', what: 'presentation' })
  })
})

describe('its status', () => {
  it('is suspended while the certificate is frozen, and valid again afterwards', async () => {
    const { id } = await certify()
    const token = await shown(id)
    await change(id, { state: 'frozen', freezeReason: 'check' })
    expect(await desk.verify(token)).toMatchObject({ outcome: 'suspended' })
    expect((await show(id)).status).toBe(409)
    await change(id, { state: 'valid', freezeReason: null })
    expect(await desk.verify(token)).toMatchObject({ outcome: 'valid' })
  })

  it.each([
    ['transferring', 'suspended'],
    ['superseded', 'revoked'],
    ['void-lost', 'revoked'],
    ['transferred', 'revoked'],
  ])('of a certificate that is %s is %s', async (state, outcome) => {
    const { id } = await certify()
    const token = await shown(id)
    await server.write(async ({ read, write, registry }) => {
      const record = registry.record('certificates.certificate')
      const row = await read.one(record, id)
      await write.update(record, { id, version: row?.version ?? 0, values: { state } })
    })
    expect(await desk.verify(token)).toMatchObject({ outcome })
    expect((await show(id)).status).toBe(409)
  })

  it('is revoked for ever when the certificate is cancelled: one that is valid again gets another entry', async () => {
    const { id } = await certify()
    const token = await shown(id)
    await change(id, { state: 'cancelled', cancelReason: 'voluntary' })
    expect(await desk.verify(token)).toMatchObject({ outcome: 'revoked' })
    await change(id, { state: 'valid', cancelReason: null })
    expect(await desk.verify(token)).toMatchObject({ outcome: 'revoked' })
    expect(await desk.verify(await shown(id))).toMatchObject({ outcome: 'valid' })
    expect((await entriesOf(id)).map(({ status }) => status)).toEqual([1, 0])
  })

  it('of what is no longer so is revoked: another grade is another credential', async () => {
    const { id, holder } = await certify()
    const token = await shown(id)
    await change(id, { number: holder.numberOf('4', '3') })
    expect(await desk.verify(token)).toMatchObject({ outcome: 'revoked' })
    expect(await desk.verify(await shown(id))).toMatchObject({ outcome: 'valid', facts: { gradeClass: 'other' } })
  })

  it('is suspended when its last day has passed, until it is renewed', async () => {
    const { id } = await certify('2016-06-20')
    const { body } = await show(id)
    // never beyond the last day, though it has hours left
    expect(body).toMatchObject({ until: '2026-06-19' })
    server.clock.advance(Date.parse('2026-06-20T02:00:00Z') - server.clock.now().getTime())
    const actor = server.actor({ id: 'everywhere', at: 'all' })
    server.as({ id: 'everywhere', at: 'all' })
    await server.work.done(await server.work.jobs.queue({ job: 'certificates.expire', input: {}, actor }))
    expect(await desk.verify(body.presentation)).toMatchObject({ outcome: 'expired', what: 'certificate' })
    expect((await entriesOf(id)).map(({ status }) => status)).toEqual([2])
    expect((await show(id)).status).toBe(409)
  })

  it('is revoked with a certificate that is removed', async () => {
    const { id } = await certify()
    const token = await shown(id)
    const { version } = (await call('GET', `${path}/${id}`)).body
    await call('POST', `${path}/${id}/remove`, { reason: '登记错误' }, { 'if-match': `"${version}"` })
    expect(await desk.verify(token)).toMatchObject({ outcome: 'revoked' })
  })
})

describe('places in a list', () => {
  it('are drawn once for each certificate, however many are shown at once', async () => {
    const certificates = await Promise.all(Array.from({ length: 12 }, () => certify()))
    const answers = await Promise.all([...certificates, ...certificates].map(({ id }) => show(id)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    const entries = (await Promise.all(certificates.map(({ id }) => entriesOf(id)))).flat()
    expect(entries).toHaveLength(12)
    expect(new Set(entries.map(({ list, idx }) => `${list} ${idx}`)).size).toBe(12)
    // by lot: twelve in their order have one chance in 479 million
    const drawn = entries.map(({ idx }) => idx)
    expect(drawn).not.toEqual(drawn.toSorted((one, other) => one - other))
  })
})

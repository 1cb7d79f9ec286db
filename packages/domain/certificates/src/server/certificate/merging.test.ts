import { personsServer } from '@opendpf/persons/server'
import { type Call, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHolder, codesOf } from '../../testing/holders.js'
import { certificatesServer } from '../certificates-server.js'

const path = '/api/v1/certificates/certificates'
let server: TestServer
let call: Call
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer, certificatesServer] })
  call = server.as()
})
afterAll(() => server.stop())

const person = async (id: string) => (await call('GET', `/api/v1/persons/persons/${id}`)).body
const addWithoutNumber = async (name: string, birthDate: string) => {
  const { body } = await call('POST', '/api/v1/persons/persons', { name, birthDate, division: '990121100201' })
  return body.id as string
}

describe('merging two entries of a holder', () => {
  it('takes the certificate along, with the ID number it is built on, and gives both back', async () => {
    const keep = await addWithoutNumber('甘持证', '1970-05-05')
    const drop = await addHolder(call, '1970-05-05', { name: '甘持证' })
    const { id } = (
      await call('POST', path, { person: drop.id, number: drop.numberOf('4', '3'), issueDate: '2021-01-01' })
    ).body
    const merged = await call('POST', '/api/v1/persons/merges', { keep, drop: drop.id })
    expect(merged.status, JSON.stringify(merged.body)).toBe(201)
    expect((await call('GET', `${path}/${id}`)).body.fields.person).toBe(keep)
    expect((await person(keep)).fields).toMatchObject({
      isCertified: true,
      disabilityGrade: '3',
      idType: 'resident-id',
    })
    expect((await call('POST', `/api/v1/persons/merges/${merged.body.id}/undo`)).status).toBe(200)
    expect((await call('GET', `${path}/${id}`)).body.fields.person).toBe(drop.id)
    expect((await person(keep)).fields).toMatchObject({ isCertified: false, idType: 'household-book', idNumber: null })
    expect((await person(drop.id)).fields).toMatchObject({
      isCertified: true,
      disabilityGrade: '3',
      idType: 'resident-id',
    })
  })

  it('waits while both hold a live certificate: which one counts is for somebody to decide', async () => {
    const keep = await addHolder(call, '1971-05-05')
    const drop = await addHolder(call, '1971-05-05')
    for (const holder of [keep, drop])
      await call('POST', path, { person: holder.id, number: holder.numberOf('4', '3'), issueDate: '2021-01-01' })
    const refused = await call('POST', '/api/v1/persons/merges', { keep: keep.id, drop: drop.id })
    expect(refused.status).toBe(422)
    expect(codesOf(refused.body)).toContain('person: certificate.problem.secondLive')
    expect((await person(drop.id)).id).toBe(drop.id)
  })
})

import { certificates } from '@opendpf/certificates'
import { certificatesServer } from '@opendpf/certificates/server'
import { personsServer } from '@opendpf/persons/server'
import { composeResidentId, formatCertificateNumber } from '@opendpf/standards'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reviews, reviewsServer } from './reviews.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer, certificatesServer, reviewsServer] })
})
afterAll(() => server.stop())

it('a line that listens looks again at who was frozen, changed or cancelled, once for each, where the person lies', async () => {
  const clerk = server.as()
  const idNumber = composeResidentId({ addressCode: '990121', birthDate: '1985-03-07', sequence: 901 })
  const number = (grade: '2' | '3') =>
    formatCertificateNumber({ residentId: idNumber, category: '4', grade, replacement: 0 })
  const person = { name: '复核甲', idNumber, division: places.village }
  const holder = (await clerk('POST', '/api/v1/persons/persons', person)).body
  const path = '/api/v1/certificates/certificates'
  const made = await clerk('POST', path, { person: holder.id, number: number('2'), issueDate: '2020-01-01' })
  const { certificate } = certificates.records
  const change = (values: object) =>
    server.write(async ({ read, write }) => {
      const row = await read.one(certificate, made.body.id)
      await write.update(certificate, { id: made.body.id, version: row?.version ?? 0, values })
    })
  await change({ state: 'frozen', freezeReason: 'check' })
  await change({ state: 'valid' })
  await change({ number: number('3') })
  await change({ state: 'cancelled', cancelReason: 'recovered' })
  await server.deliver()
  await server.deliver()
  const tasks = await server.write(({ read }) =>
    read.many(reviews.records.task, { person: holder.id }, { orderBy: 'id' }),
  )
  expect(tasks.map(({ why }) => why)).toEqual(['frozen', 'gradeChanged', 'cancelled'])
  expect(new Set(tasks.map(({ division }) => division))).toEqual(new Set([places.village]))
  expect((await server.as({ at: places.neighbour })('GET', '/api/v1/reviews/tasks')).body.rows).toEqual([])
})

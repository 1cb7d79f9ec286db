import type { JobContext } from '@opendpf/kit/server'
import { personsServer } from '@opendpf/persons/server'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addHolder } from '../testing/holders.js'
import { certificatesServer } from './certificates-server.js'
import { expireJob } from './jobs.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: [personsServer, certificatesServer] })
})
afterAll(() => server.stop())

it('marks what expired over night, and tells the register of persons', async () => {
  const call = server.as()
  const holder = await addHolder(call, '1980-01-01')
  const { id } = (
    await call('POST', '/api/v1/certificates/certificates', {
      person: holder.id,
      number: holder.numberOf('4', '2'),
      issueDate: '2016-06-16',
    })
  ).body
  const state = async () => (await call('GET', `/api/v1/certificates/certificates/${id}`)).body.fields.state
  const run = () =>
    server
      .write(
        async ({ write: _, db: __, ...context }): Promise<JobContext> => ({
          ...context,
          id: 'job',
          signal: new AbortController().signal,
          progress: async () => {},
          transaction: (work) => server.write(work),
        }),
      )
      .then((job) => expireJob.run({}, job))
  expect(await run()).toEqual({ expired: 0 })
  expect(await state()).toBe('valid')
  server.clock.advance(86_400_000)
  expect(await run()).toEqual({ expired: 1 })
  expect(await state()).toBe('expired')
  expect((await call('GET', `/api/v1/persons/persons/${holder.id}`)).body.fields.isCertified).toBe(false)
})

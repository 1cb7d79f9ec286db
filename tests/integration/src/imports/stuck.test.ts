import { visitsServer } from '@opendpf/fixtures'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Desk, fileForm, openDesk, type Person } from './desk.js'

let desk: Desk
let clerk: Person
let id: string
let plan: object

beforeEach(async () => {
  desk = await openDesk([visitsServer], { isWorking: false })
  clerk = desk.as({ id: 'clerk' })
  const content = '户主,乡镇,村\n张三,石桥镇,上河村'
  const { body } = await clerk.call('POST', '/system/imports', fileForm('visits.household', 'a.csv', content))
  id = body.id
  const columns = { 0: 'head', 1: 'division@town', 2: 'division@village' }
  plan = { sheets: [{ name: body.sheets[0].name, headerRows: [1, 1], columns }] }
})
afterEach(() => desk.stop())

const fields = async () => (await clerk.call('GET', `/system/imports/${id}`)).body.fields
const query = (text: string) =>
  desk.server.platform.pool.use({ level: 'all' }, (session) => session.query({ text, values: [] }))

test('an import whose job was cancelled is free to be done again', async () => {
  const { body } = await clerk.call('POST', `/system/imports/${id}/plan`, plan)
  expect(await fields()).toMatchObject({ state: 'planning' })
  expect((await clerk.call('POST', `/system/jobs/${body.job}/cancel`)).status).toBe(204)
  expect(await fields()).toMatchObject({ state: 'uploaded', message: null })
})

test('so is one whose job never comes back, and it says why', async () => {
  await clerk.call('POST', `/system/imports/${id}/plan`, plan)
  await query('delete from jobs.job')
  await desk.startWorking()
  expect(await fields()).toMatchObject({ state: 'uploaded', message: expect.stringContaining('任务队列中找不到') })
})

test('one whose server stopped goes on at the next', async () => {
  const { body } = await clerk.call('POST', `/system/imports/${id}/plan`, plan)
  // what a killed server leaves
  await query(
    `update jobs.job set state = 'active', started_on = now() - interval '1 hour', heartbeat_on = now() - interval '1 hour'`,
  )
  await query(`update system_job set state = 'running', attempts = 1`)
  await desk.startWorking()
  expect(await clerk.done(body.job)).toMatchObject({ state: 'done', attempts: 2 })
  await vi.waitFor(async () => expect(await fields()).toMatchObject({ state: 'planned', creates: 1 }))
})

import { accessServer } from '@opendpf/access/server'
import type { ModuleServer } from '@opendpf/kit/server'
import { noticesServer } from '@opendpf/notices/server'
import { notifications } from '@opendpf/notifications'
import { notificationsServer } from '@opendpf/notifications/server'
import { personsServer } from '@opendpf/persons/server'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCaseDesk, papers } from '../../testing/case-desk.js'
import { certificatesServer } from '../certificates-server.js'

let server: TestServer
let desk: ReturnType<typeof openCaseDesk>
beforeAll(async () => {
  const access = accessServer as unknown as ModuleServer
  server = await startTestServer({
    modules: [personsServer, noticesServer, access, notificationsServer, certificatesServer],
    now: '2026-06-15T02:00:00Z',
    hasWork: true,
  })
  desk = openCaseDesk(server)
})
afterAll(() => server.stop())

/** What somebody was told, in the order he was told it. */
const told = (person: string) =>
  server.write(async ({ read }) =>
    (await read.many(notifications.records.message, { person }, { orderBy: 'id' })).map(({ template, text }) => [
      template.replace('certificates.', ''),
      text,
    ]),
  )
const name = (one: { readonly name: string }) => one.name

it('a holder is told sixty days before a certificate ends, and when it has ended', async () => {
  const holder = await desk.addHolder('1980-01-01')
  await desk.register(holder, '2016-08-16')
  const remind = async () => {
    const everywhere = { id: 'everywhere', at: 'all' }
    server.as(everywhere)
    const actor = server.actor(everywhere)
    const { state } = await server.work.done(
      await server.work.jobs.queue({ job: 'notifications.remind', input: {}, actor }),
    )
    expect(state).toBe('done')
  }
  desk.passTo('2026-06-15')
  await remind()
  expect(await told(holder.id)).toEqual([])
  desk.passTo('2026-06-16')
  await remind()
  desk.passTo('2026-06-17')
  await remind()
  expect(await told(holder.id)).toEqual([
    ['expiring', expect.stringContaining(`${name(holder)}：您的残疾人证有效期至2026-08-15`)],
  ])
  desk.passTo('2026-08-16')
  await desk.job('expire')
  await server.deliver()
  expect((await told(holder.id)).map(([template]) => template)).toEqual(['expiring', 'expired'])
})

it('an applicant is told what is missing and how it ended, and nothing of what was found', async () => {
  const holder = await desk.addHolder('1980-03-01')
  const id = await desk.apply(holder.id, { item: 'new', ...papers })
  await desk.take(id, 'submit')
  await desk.take(id, 'askCorrection', { correctionNote: '缺少照片' })
  await desk.take(id, 'resubmit')
  await desk.take(id, 'refuse', { refusalReason: 'incomplete', refusalNote: '材料不实' })
  await server.deliver()
  expect(await told(holder.id)).toEqual([
    ['correctionAsked', expect.stringContaining('新办申请材料需要补正')],
    ['refused', expect.stringContaining('申请未通过')],
  ])
  expect(JSON.stringify(await told(holder.id))).not.toContain('材料不实')
})
